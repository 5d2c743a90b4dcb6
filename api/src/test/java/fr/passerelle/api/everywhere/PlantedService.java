package fr.passerelle.api.everywhere;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.Service;
import fr.passerelle.catalog.agreement.Conventions;
import fr.passerelle.catalog.delivery.Definitions;
import fr.passerelle.catalog.key.Keys;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Fixture;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.regional.RegionalFile;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A service over the sample, to which records come that are not for everyone, all with one word.
 */
final class PlantedService implements AutoCloseable {
  /** In every text of what is not for everyone. */
  static final String WORD = "zyxomatique";

  /** A figure that nobody publishes otherwise. */
  static final String NUMBER = "987654";

  /** The vocabulary of which synonyms and notes hold the word. */
  static final Edition MARK =
      new Edition(
          "formacode-15",
          "Formacode 15",
          "Centre Inffo",
          "https://example.org/",
          true,
          "formacode-14");

  private final Path folder;
  private final Service service;
  private final Database database;
  private final String operator;
  private final String insee;
  private final String figures;
  private final HttpClient client = HttpClient.newHttpClient();

  PlantedService(Path folder) throws IOException {
    this.folder = folder;
    DataFolder data = DataFolder.at(folder);
    database = Database.open(data, Role.SERVICE);
    service =
        Service.start(
            new Service.Settings(data, ProfileFile.demonstration(), 0, "127.0.0.1", ""),
            () -> database);
    Keys keys = new Keys(database.dataSource(), Clock.systemUTC());
    operator = keys.add(EnumSet.of(Scope.OPERATOR), "Exploitant", "").secret();
    insee = keys.add(EnumSet.of(Scope.STUDIES), "Insee", "", "insee").secret();
    figures = keys.add(EnumSet.of(Scope.FIGURES), "Insee", "", "insee").secret();
    new Conventions(
            database.dataSource(),
            new Definitions(database.dataSource(), Clock.systemUTC())::list,
            Clock.systemUTC())
        .put("convention.yaml", resource("convention.yaml"));
    publish(mark(), Optional.of(Licence.FORMACODE));
    deliver("apprentis-ouverts", "commune;annee;apprentis;note\n13055;2023;12;\n13001;2023;7;\n");
  }

  private static String resource(String name) {
    try (InputStream text = PlantedService.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Codes and labels are for everyone; the synonym and the note serve search only. */
  private static Release mark() {
    Concept term =
        Fixture.with(
            Fixture.of(
                MARK.id(), "90001", ConceptType.TERME_FORMACODE, "Réglage fin", WORD + " ancien"),
            "Se dit aussi " + WORD + " dans les ateliers.");
    return Release.of(
        MARK,
        "15",
        new Release.Source(
            "essai.csv", "0".repeat(64), LocalDate.of(2026, 1, 2), /* sample= */ false),
        List.of(Scheme.of(MARK.id(), MARK.title(), List.of(term))));
  }

  private void publish(Release release, Optional<Licence> licence) throws IOException {
    service
        .vocabularies()
        .publish(new Import(release, new Findings(), licence, /* dryRun= */ false));
    service.vocabularies().reload();
  }

  /** Puts in all that is not for everyone; identifiers of the studies. */
  List<String> plant() throws IOException {
    publish(unlicensed(), Optional.empty());
    String rows = "commune;annee;apprentis;note\n13055;2024;%s;%s\n".formatted(NUMBER, WORD);
    deliver("apprentis-embargo", rows);
    deliver("apprentis-sans-licence", rows.replace("2024", "2025"));
    List<String> studies = new ArrayList<>();
    studies.add(study(operator, "planned", ", \"visibility\": \"network\""));
    studies.add(study(operator, "published", ", \"visibility\": \"producer\""));
    studies.add(study(insee, "published", ""));
    String returned = study(insee, "under-way", "");
    send(
        "POST",
        "/api/v1/studies/" + returned + "/qualification",
        operator,
        "application/json",
        "{\"to\": \"returned\", \"reason\": \"à revoir\"}");
    studies.add(returned);
    return studies;
  }

  private Release unlicensed() throws IOException {
    Path file = folder.resolve("secret.csv");
    Files.writeString(
        file,
        """
        code;prefLabel;altLabels;definition;broader;collection;variantOf;regionalLabel;note;link
        %1$s;Métier %1$s;autre %1$s;Un %1$s.;;Filière %1$s;rome-4/M1805;;;
        rome-4/M1805;;;;;Filière %1$s;;Nom %1$s;Note %1$s.;https://example.org/%1$s
        """
            .formatted(WORD));
    return RegionalFile.read(
        new Origin(file, Optional.of("1"), Optional.of(LocalDate.of(2026, 1, 2))),
        new RegionalFile.Signature(
            new Correspondence.Author("carif-" + WORD, "Carif " + WORD),
            Optional.empty(),
            Optional.empty()),
        scheme -> true,
        new Findings());
  }

  private String study(String key, String status, String more) {
    String form =
        """
        {"title": "Étude %1$s de %2$s", "identifier": "%1$s-%2$s-%3$d", "producers": ["insee"],
         "status": "%2$s", "themes": ["emploi"], "territories": ["R93"], "abstract": "Le %1$s.",
         "sectors": ["%1$s"], "expected": "2027", "series": {"title": "Cahiers %1$s"}%4$s}
        """
            .formatted(WORD, status, more.hashCode(), more);
    return JsonPath.parse(send("POST", "/api/v1/studies", key, "application/json", form).body())
        .read("$.studies[0].study.id", String.class);
  }

  private void deliver(String fiche, String rows) {
    send("POST", "/api/v1/deliveries?fiche=" + fiche, figures, "text/csv", rows);
  }

  private HttpResponse<String> send(
      String method, String path, String key, String type, String body) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(service.address() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  /** The answer to anyone. */
  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** The answer to anyone who posts JSON. */
  HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(service.address() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
