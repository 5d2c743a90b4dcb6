package fr.passerelle.api;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.catalog.key.Keys;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.release.Vocabularies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A service of its own over the sample, whose operator puts studies in, changes and deletes. */
public final class OperatedService implements AutoCloseable {
  private static final String STUDIES = "/api/v1/studies";

  private final Service service;
  private final String key;
  private final DataSource dataSource;
  private final HttpClient client = HttpClient.newHttpClient();

  public OperatedService(Path folder) throws IOException {
    this(folder, ProfileFile.demonstration());
  }

  /** A service of that profile. */
  public OperatedService(Path folder, Profile profile) throws IOException {
    DataFolder data = DataFolder.at(folder);
    Database database = Database.open(data, Role.SERVICE);
    dataSource = database.dataSource();
    service =
        Service.start(new Service.Settings(data, profile, 0, "127.0.0.1", ""), () -> database);
    key =
        new Keys(database.dataSource(), Clock.systemUTC())
            .add(EnumSet.of(Scope.OPERATOR), "Exploitant", "")
            .secret();
  }

  /** Address of the service, without final slash. */
  public String address() {
    return service.address();
  }

  /** What it publishes of vocabularies. */
  public Vocabularies vocabularies() {
    return service.vocabularies();
  }

  /** Runs a statement in its database. */
  public void sql(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement task = connection.createStatement()) {
      task.execute(statement);
    }
  }

  /** Answer to a GET without key. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Answer to a form that is posted without key. */
  public HttpResponse<String> post(String path, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** Puts in published studies {@code from} to {@code to}, that one excluded. */
  public void deposit(int from, int to) {
    String rows =
        IntStream.range(from, to)
            .mapToObj(i ->
                "n-%d;Étude numéro %d;dares;published;2024;emploi;R93;Les cahiers n° %d\n"
                    .formatted(i, i, i))
            .collect(Collectors.joining());
    write(
        "POST",
        STUDIES,
        "text/csv",
        "identifier;title;producer;status;date;theme;territory;series\n" + rows);
  }

  /** Puts in a study in its written form; its identifier. */
  public String deposit(String form) {
    return JsonPath.parse(write("POST", STUDIES, "application/json", form).body())
        .read("$.studies[0].study.id", String.class);
  }

  /** Says anew all of a study. */
  public void put(String id, String form) {
    write("PUT", STUDIES + "/" + id, "application/json", form);
  }

  /** Lets a study pass to another point of its life. */
  public void pass(String id, String status) {
    write(
        "POST",
        STUDIES + "/" + id + "/status",
        "application/json",
        "{\"to\": \"%s\", \"reason\": \"essai\"}".formatted(status));
  }

  /** Deletes the record of a study. */
  public void delete(String id) {
    write("DELETE", STUDIES + "/" + id + "?reason=essai", "application/json", "");
  }

  /** Identifiers of studies found by REST. */
  public List<String> ids(String query) {
    return JsonPath.parse(get(STUDIES + "?limit=100&" + query).body()).read("$.items[*].id");
  }

  private HttpResponse<String> write(String method, String path, String type, String body) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
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
