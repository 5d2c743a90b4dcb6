package fr.passerelle.api;

import fr.passerelle.catalog.key.Keys;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** One service over the bundled sample, started once and shared by the tests of all channels. */
public final class RunningService {
  /** Name of a document of its manifest. */
  public static final String TRUSTED = "rome-v1";

  private static final AtomicReference<DataSource> DATABASE = new AtomicReference<>();
  private static final Service SERVICE = start();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private RunningService() {}

  private static Service start() {
    try {
      Path folder = Files.createTempDirectory("passerelle-test");
      DataFolder data = DataFolder.at(folder);
      Files.writeString(
          Files.createDirectories(data.documents()).resolve("tests.json"),
          "{\"%s\": \"query Rome{vocab(id:\\\"rome-4\\\"){id}}\"}".formatted(TRUSTED));
      Service service =
          Service.start(
              new Service.Settings(data, ProfileFile.demonstration(), 0, "127.0.0.1", ""),
              () -> open(data));
      Runtime.getRuntime().addShutdownHook(new Thread(service::close));
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Database open(DataFolder data) {
    Database database = Database.open(data, Role.SERVICE);
    DATABASE.set(database.dataSource());
    return database;
  }

  /** Made when it is first asked for. */
  private static final class Operator {
    static final String KEY =
        new Keys(Objects.requireNonNull(DATABASE.get()), Clock.systemUTC())
            .add(EnumSet.of(Scope.OPERATOR), "Exploitant", "")
            .secret();
  }

  /** A key of its operator: for what only it may see, and for trying what changes nothing. */
  public static String operator() {
    return Operator.KEY;
  }

  /** Address of the service, without final slash. */
  public static String address() {
    return SERVICE.address();
  }

  /** What it publishes. */
  public static fr.passerelle.vocab.release.Vocabularies vocabularies() {
    return SERVICE.vocabularies();
  }

  /** A part of it, for tests that look inside. */
  public static <T> T part(Class<T> type) {
    return SERVICE.part(type);
  }

  /** Answer to a GET with those headers, given as name, value, name, value... */
  public static HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Answer to a request; redirects are not followed. */
  public static HttpResponse<String> send(
      String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
