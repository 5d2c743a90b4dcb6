package fr.passerelle.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.Service;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file makes the installation of another region. */
class BretagneTest {
  private static final String PROFILE =
      """
      region:
        code: "53"
        name: Bretagne
      publisher:
        name: Observatoire breton d'essai
        siret: "12345678901234"
        homepage: https://observatoire.bretagne.exemple.fr/
        contact: donnees@bretagne.exemple.fr
        postalAddress: 1 rue de l'Essai, 35000 Rennes
      languages: [fr]
      bases:
        national: https://id.exemple.fr
        regional: https://donnees.bretagne.exemple.fr
      licence: etalab-2.0
      licences: {}
      themes: themes
      zonings: [regions]
      legal:
        director: La direction de l'observatoire breton
        host: Hébergeur d'essai, 35000 Rennes
        dataProtection: dpo@bretagne.exemple.fr
        accessibility: partielle
        retention: Journaux conservés 12 jours
      """;

  @TempDir static Path folder;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    Path profile = Files.writeString(folder.resolve("bretagne.yaml"), PROFILE);
    DataFolder data = DataFolder.at(folder.resolve("data"));
    service =
        Service.start(
            new Service.Settings(
                data,
                ProfileFile.read(profile),
                0,
                "127.0.0.1",
                "https://passerelle.bretagne.exemple.fr"),
            () -> Database.open(data, Role.SERVICE));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /                                | Passerelle Bretagne
          /                                | Observatoire breton d'essai
          /                                | curl https://passerelle.bretagne.exemple.fr/api
          /mentions-legales                | 12345678901234
          /mentions-legales                | 1 rue de l'Essai, 35000 Rennes
          /mentions-legales                | Hébergeur d'essai
          /mentions-legales                | dpo@bretagne.exemple.fr
          /mentions-legales                | Journaux conservés 12 jours
          /accessibilite                   | partiellement conforme
          /accessibilite                   | donnees@bretagne.exemple.fr
          /doc/vocab/rome-4/M1805          | https://id.exemple.fr/id/vocab/rome-4/M1805
          /doc/vocab/rome-4/M1805          | elle ne changera pas
          /doc/vocab/themes/emploi         | https://donnees.bretagne.exemple.fr/id/vocab/themes/emploi
          /data/vocab/rome-4/M1805.nt      | <https://id.exemple.fr/id/vocab/rome-4/M1805>
          /data/vocab/themes/emploi.nt     | <https://donnees.bretagne.exemple.fr/id/vocab/themes/emploi>
          /data/vocab/themes.nt            | <https://donnees.bretagne.exemple.fr/id/vocab/themes/emploi>
          /ns.nt                           | <https://id.exemple.fr/ns#
          /doc/vocab/zzz                   | https://passerelle.bretagne.exemple.fr/problems/
          """)
  void pages_and_documents_follow_the_profile(String path, String fact) throws Exception {
    assertThat(get(path).body()).contains(fact).doesNotContain("Grand Est,");
  }

  @Test
  void names_of_the_nation_and_of_the_region_have_bases_of_their_own() throws Exception {
    assertThat(get("/data/vocab/rome-4/M1805.nt").body()).doesNotContain("localhost");
    assertThat(get("/data/vocab/rome-4/M1805.ttl").headers().firstValue("Link").orElse(""))
        .contains("<https://id.exemple.fr/id/vocab/rome-4/M1805>; rel=\"canonical\"");
    assertThat(get("/id/vocab/rome-4/M1805").headers().firstValue("Location"))
        .hasValue("/doc/vocab/rome-4/M1805");
  }

  private static HttpResponse<String> get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(service.address() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
