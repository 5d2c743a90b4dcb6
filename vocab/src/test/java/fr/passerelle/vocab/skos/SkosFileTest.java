package fr.passerelle.vocab.skos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SkosFileTest {
  private static final String HEAD =
      """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix esco: <http://data.europa.eu/esco/occupation/> .
      @prefix rome: <https://data.example.org/id/vocab/rome-4/> .
      @prefix : <https://carif.example.org/voc/metiers-bretons/> .
      <https://carif.example.org/voc/metiers-bretons> a skos:ConceptScheme ;
        dct:title "Métiers bretons"@fr, "Breton jobs"@en ;
        dct:creator [ foaf:name "Carif-Oref Bretagne" ] ;
        dct:license <https://spdx.org/licenses/etalab-2.0> ;
        dct:modified "2026-03-04" ; owl:versionInfo "2.1" .
      """;

  private static final String BODY =
      """
      :mer a skos:Concept ; skos:topConceptOf <https://carif.example.org/voc/metiers-bretons> ;
        skos:prefLabel "Mer"@fr, "Mor"@br ; skos:narrower :pecheur ; skos:notation "M1" .
      :pecheur a skos:Concept ; skos:inScheme <https://carif.example.org/voc/metiers-bretons> ;
        skos:prefLabel "Pêcheur"@FR ; skos:altLabel "Pêcheur"@fr, "Marin pêcheur"@fr ;
        skos:hiddenLabel "PECHEUR"@fr ; skos:definition "Prend le poisson."@fr ;
        skos:related :mareyeur ; skos:exactMatch esco:77 ; skos:relatedMatch rome:A1415 .
      :mareyeur a skos:Concept ; skos:inScheme <https://carif.example.org/voc/metiers-bretons> ;
        skos:prefLabel "Mareyeur" ; skos:broader :mer ; skos:related :mareyeur ;
        owl:deprecated true ; dct:isReplacedBy :pecheur .
      """;

  @TempDir Path folder;

  @Test
  void a_vocabulary_of_another_organisation_is_kept_under_its_own_name() throws IOException {
    Findings findings = new Findings();
    Release release = read("v.ttl", HEAD + BODY, findings);
    Scheme scheme = release.schemes().getFirst();

    assertThat(release.edition().id()).isEqualTo("metiers-bretons");
    assertThat(release.edition().title()).isEqualTo("Métiers bretons");
    assertThat(release.edition().producer()).isEqualTo("Carif-Oref Bretagne");
    assertThat(release.edition().national()).isFalse();
    assertThat(release.id()).isEqualTo("2.1");
    assertThat(release.source().issued()).isEqualTo("2026-03-04");
    assertThat(scheme.concepts())
        .extracting(Concept::code)
        .containsExactly("M1", "mareyeur", "pecheur");
    Concept fisher = scheme.find("pecheur").orElseThrow();
    assertThat(fisher.prefLabels()).containsExactly(Label.fr("Pêcheur"));
    assertThat(fisher.altLabels()).containsExactly(Label.fr("Marin pêcheur"));
    assertThat(fisher.hiddenLabels()).containsExactly(Label.fr("PECHEUR"));
    assertThat(fisher.links())
        .containsExactly(
            Link.of(Link.Kind.BROADER, new ConceptRef("metiers-bretons", "M1")),
            Link.of(Link.Kind.RELATED, new ConceptRef("metiers-bretons", "mareyeur")));
    assertThat(fisher.properties())
        .containsEntry(
            Property.URI_ORIGINE, "https://carif.example.org/voc/metiers-bretons/pecheur");
    assertThat(scheme.find("mareyeur").orElseThrow().status()).isEqualTo(Status.RETIRED);
    assertThat(scheme.find("M1").orElseThrow().prefLabels()).hasSize(2);
    assertThat(findings.repairs().stream().map(Findings.Repair::rule))
        .containsExactlyInAnyOrder(
            "autre libellé identique au préféré, retiré (SKOS S13)",
            "texte sans langue, tenu pour français",
            "concept associé à lui-même, lien retiré",
            "exactMatch sans relecteur, publié comme closeMatch");
  }

  @Test
  void its_matches_are_correspondences_of_its_author() throws IOException {
    Release release = read("v.ttl", HEAD + BODY, new Findings());

    assertThat(release.correspondences())
        .extracting(Correspondence::id)
        .containsExactly(
            "carif-oref-bretagne/metiers-bretons--esco",
            "carif-oref-bretagne/metiers-bretons--rome-4");
    Pair pair = release.correspondences().getFirst().pairs().getFirst();
    assertThat(pair.to()).isEqualTo(new ConceptRef("esco", "77"));
    assertThat(pair.predicate()).isEqualTo(Predicate.CLOSE_MATCH);
    assertThat(pair.note().comment()).contains("exactMatch dans la source");
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void the_same_vocabulary_reads_alike_in_each_format(RdfFormat format) throws IOException {
    Release expected = read("v.ttl", HEAD + BODY, new Findings());
    String named = HEAD.replace("[ foaf:name \"Carif-Oref Bretagne\" ]", "\"Carif-Oref Bretagne\"");
    var graph = Graphs.parse(RdfFormat.TURTLE, (named + BODY).getBytes(StandardCharsets.UTF_8));
    var triples =
        graph.stream()
            .sorted((a, b) -> a.getSubject().toString().compareTo(b.getSubject().toString()))
            .toList();
    byte[] bytes = Graphs.bytes(format, (f, out) -> Sample.SKOS.write(f, out, triples));

    Release read =
        read("v." + format.extension(), new String(bytes, StandardCharsets.UTF_8), new Findings());

    assertThat(read.schemes().getFirst().concepts())
        .isEqualTo(expected.schemes().getFirst().concepts());
  }

  @ParameterizedTest(name = "{1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          :a skos:broader :b . :b skos:broader :c . :a skos:narrower :c .   | cycle          | a > b > c > a
          :a skos:broader :a .                                              | cycle          | a > a
          :a skos:prefLabel "Un"@fr .                                       | S14            | Un
          :a skos:prefLabel "Un"@FR .                                       | S14            | Un
          :a skos:broader :b . :b skos:broader :c . :c skos:related :a .    | S27            | a > b > c
          :a skos:broader :zz .                                             | dangling-link  | absent
          :a skos:related :zz .                                             | dangling-link  | absent
          :a skos:notation "b" .                                            | duplicate-code | même code
          :a skos:notation "x y" .                                          | code           | x y
          :a skos:exactMatch esco:1 . :b skos:exactMatch esco:1 .           | S45            | metiers-bretons/a et metiers-bretons/b : metiers-bretons/a = esco/1
          :a skos:exactMatch esco:1, esco:2 .                               | S45            | esco/1 et esco/2
          :a skos:exactMatch esco:1 ; skos:broadMatch esco:1 .              | S46            | exactMatch et broadMatch
          :a skos:closeMatch :b .                                           | scheme         | même schéma
          :d a skos:Concept .                                               | label          | sans skos:prefLabel
          """)
  void a_fault_of_the_graph_is_refused_with_what_proves_it(
      String triples, String rule, String proof) {
    assertThatThrownBy(() -> read("v.ttl", HEAD + three() + triples, new Findings()))
        .hasMessageContaining("v.ttl <https://carif.example.org/voc/metiers-bretons/")
        .hasMessageContaining("[" + rule + "]")
        .hasMessageContaining(proof);
  }

  private static String three() {
    StringBuilder concepts = new StringBuilder();
    for (String code : new String[] {"a", "b", "c"}) {
      concepts.append(
          ":%s a skos:Concept ; skos:prefLabel \"%s\"@fr .\n"
              .formatted(code, code.toUpperCase(Locale.ROOT)));
    }
    return concepts.toString();
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          v.ttl    | @prefix a: <b> . a:b a:c                                                        | v.ttl:1:
          v.nt     | <http://a> <http://b> "c                                                        | v.nt:1:
          v.rdf    | <?xml version="1.0"?><!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><r/> | [doctype]
          v.rdf    | <!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd"><r/>                              | [doctype]
          v.xml    | <!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><r>&b;</r>                   | [doctype]
          v.rdf    | <rdf:RDF                                                                        | v.rdf:1:
          v.jsonld | {"@context": "http://127.0.0.1:1/c.jsonld", "@id": "http://a"}                  | [context]
          v.jsonld | {"@context": ["file:///etc/passwd"], "@id": "http://a"}                         | [context]
          v.jsonld | {"@context": {"@import": "http://127.0.0.1:1/c"}, "@id": "http://a"}            | [context]
          v.jsonld | {"@context": [{"@import": "http://127.0.0.1:1/c"}], "@id": "http://a"}          | [context]
          v.jsonld | {"a": {"@context": {"b": {"@context": "http://127.0.0.1:1/c"}}}}                | [context]
          v.jsonld | {"@context": {},                                                                | v.jsonld:1:
          v.ttl    | <http://a> <http://b> <http://c> .                                              | [scheme]
          v.docx   | x                                                                               | [format]
          """)
  void a_file_that_reads_badly_or_would_fetch_anything_is_refused(
      String name, String text, String words) {
    assertThatThrownBy(() -> read(name, text, new Findings()))
        .hasMessageContaining(words)
        .hasMessageNotContaining("root:");
  }

  @ParameterizedTest
  @CsvSource({"rome-4", "rncp", "rome-3", "rome", "rome-4-secteur-naf"})
  void a_region_does_not_take_the_name_of_a_national_referential(String id) {
    assertThatThrownBy(
            () -> read("v.ttl", (HEAD + BODY).replace("metiers-bretons", id), new Findings()))
        .hasMessageContaining("[edition]")
        .hasMessageContaining("« " + id + " »");
  }

  @Test
  void what_is_said_of_national_concepts_is_a_note_or_a_name_beside_them() throws IOException {
    String notes =
        """
        <https://data.example.org/id/vocab/rome-4/M1805>
            skos:altLabel "Informaticien du port"@fr ;
            skos:note "Métier en tension."@fr ;
            rdfs:seeAlso <https://region.example.org/m1805> .
        """;
    String prefixes = "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n";
    Release release = read("v.ttl", prefixes + HEAD + BODY + notes, new Findings());

    assertThat(release.annotations())
        .extracting(
            each -> each.target() + " " + each.kind() + " " + each.text() + " " + each.link())
        .containsExactlyInAnyOrder(
            "rome-4/M1805 LABEL Informaticien du port ",
            "rome-4/M1805 NOTE Métier en tension. https://region.example.org/m1805");
    assertThat(release.schemes().getLast().find("M1805")).isPresent();
  }

  @Test
  void what_the_file_does_not_say_is_given_by_hand_or_refused() throws IOException {
    String silent =
        HEAD.replace("dct:modified \"2026-03-04\" ; owl:versionInfo \"2.1\"", "a owl:Thing");
    assertThatThrownBy(() -> read("v.ttl", silent + BODY, new Findings()))
        .hasMessageContaining("--release");
    Path file = Files.writeString(folder.resolve("v-2026-05-06.ttl"), silent + BODY);

    Release release =
        SkosFile.read(
                new Origin(file, java.util.Optional.of("3"), java.util.Optional.empty()),
                new Findings(),
                Sample.URIS)
            .getFirst();

    assertThat(release.id()).isEqualTo("3");
    assertThat(release.source().issued()).isEqualTo("2026-05-06");
  }

  private Release read(String name, String text, Findings findings) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return SkosFile.read(Origin.of(file), findings, Sample.URIS).getFirst();
  }
}
