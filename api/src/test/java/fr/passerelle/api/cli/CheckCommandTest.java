package fr.passerelle.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.OperatedService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of the catalogue beside a running service. */
class CheckCommandTest {
  private int code;

  private String check(Path folder, String... more) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(System.out);
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "check", "catalog", "--base", "https://exemple.fr", "--data", folder.toString()));
      arguments.addAll(List.of(more));
      code = Passerelle.run(arguments.toArray(String[]::new));
      return said.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void each_record_is_told_with_what_a_portal_loses_of_it_and_hidden_ones_are_not(
      @TempDir Path folder) throws IOException {
    try (OperatedService service = new OperatedService(folder)) {
      String bare =
          service.deposit(
              """
              {"title": "Sans rien", "identifier": "nue", "producers": ["insee"],
               "status": "published", "themes": ["emploi"], "territories": ["EUROPE"],
               "documents": [{"url": "https://exemple.fr/etude"}]}
              """);
      String hidden =
          service.deposit(
              """
              {"title": "Cachée", "identifier": "cachee", "producers": ["insee"],
               "status": "published", "visibility": "producer"}
              """);
      String said = check(folder);

      assertThat(code).isEqualTo(Passerelle.REFUSED);
      assertThat(said).doesNotContain(hidden, "Cachée");
      String record = said.substring(said.indexOf("/id/study/" + bare));
      record = record.substring(0, record.indexOf("\nhttp"));
      assertThat(record)
          .contains("perdu  issued : pas de date de parution")
          .contains("perdu  spatial : pas de territoire avec une boîte")
          .contains("perdu  format : https://exemple.fr/etude")
          .contains("perdu  distribution-licence : https://exemple.fr/etude")
          .doesNotContain("REFUSÉ");
      assertThat(said)
          .contains("Règles :")
          .contains("  issued : dct:issued")
          .containsPattern("\\d+ enregistrements publiés, 0 refusés, \\d+ avec des remarques\\.");
      assertThat(said)
          .contains("avertissement dct:issued : au moins 1 demandé [dcat-ap.ttl#Jeu]")
          .containsPattern("\\d+ pages tenues contre les formes : 0 violations, \\d+ avert");
    }
  }

  @Test
  void shapes_of_the_operator_take_the_place_of_ours(@TempDir Path folder) throws IOException {
    Path one = folder.resolve("une.ttl");
    Path other = folder.resolve("autre.ttl");
    Path none = folder.resolve("aucune.ttl");
    Path broken = folder.resolve("cassee.ttl");
    Files.writeString(
        one,
        """
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix : <https://exemple.fr/formes#> .
        :Origine a sh:NodeShape ; sh:targetClass dcat:Dataset ;
          sh:property [ sh:path dct:provenance ; sh:minCount 1 ; sh:description "D'où il vient" ] .
        """);
    Files.writeString(
        other,
        """
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix dct: <http://purl.org/dc/terms/> .
        [] a sh:NodeShape ; sh:targetClass foaf:Agent ;
          sh:property [ sh:path dct:type ; sh:minCount 1 ; sh:severity sh:Warning ] .
        """);
    Files.writeString(none, "<https://exemple.fr/a> <https://exemple.fr/b> 1 .");
    Files.writeString(broken, "\n<https://exemple.fr/a> <https://exemple.fr/b> .");
    try (OperatedService service = new OperatedService(folder.resolve("data"))) {
      Path data = folder.resolve("data");
      String said = check(data, "--shapes", one.toString(), other.toString());

      assertThat(code).isEqualTo(Passerelle.REFUSED);
      assertThat(said)
          .contains(
              """
              https://exemple.fr/id/dataset/vocab/themes
                VIOLATION dct:provenance : au moins 1 demandé [une.ttl#Origine]
              """)
          .contains("  avertissement dct:type : au moins 1 demandé [autre.ttl]\n")
          .contains("x VIOLATION une.ttl#Origine dct:provenance (MinCount)\n      D'où il vient\n")
          .doesNotContain("dcat-ap.ttl#");
      assertThat(check(data, "--shapes", none.toString())).contains("aucune.ttl [shacl]");
      assertThat(code).isEqualTo(Passerelle.REFUSED);
      assertThat(check(data, "--shapes", broken.toString())).contains("cassee.ttl:2:");
      assertThat(code).isEqualTo(Passerelle.REFUSED);
      assertThat(check(data, "--shapes", folder.resolve("rien.ttl").toString()))
          .contains("rien.ttl");
      assertThat(code).isEqualTo(Passerelle.REFUSED);
      assertThat(service).isNotNull();
    }
  }
}
