package fr.passerelle.api;

import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.key.Keys;
import fr.passerelle.catalog.key.NewKey;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.Access;
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
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import javax.sql.DataSource;

/** A service of its own over the sample, with an access of its own, that loses patience soon. */
public final class GuardedService implements AutoCloseable {
  private static final String PATIENCE = "passerelle.patience";

  private final Service service;
  private final DataSource dataSource;
  private final Keys keys;
  private final HttpClient client = HttpClient.newHttpClient();

  public GuardedService(Path folder, Access access, int managementPort) throws IOException {
    DataFolder data = DataFolder.at(folder);
    Database database = Database.open(data, Role.SERVICE);
    dataSource = database.dataSource();
    System.setProperty(PATIENCE, "1s");
    try {
      service =
          Service.start(
              new Service.Settings(
                  data,
                  ProfileFile.demonstration().with(access),
                  0,
                  "127.0.0.1",
                  "",
                  managementPort),
              () -> database);
    } finally {
      System.clearProperty(PATIENCE);
    }
    keys = new Keys(dataSource, Clock.systemUTC());
  }

  /** Address of the service, without final slash. */
  public String address() {
    return service.address();
  }

  /** Its port. */
  public int port() {
    return URI.create(address()).getPort();
  }

  /** Makes a key. */
  public NewKey key(Scope scope, String producer, int perMinute) {
    String author = scope == Scope.QUOTA || scope == Scope.DEPOSIT ? "lecteur" : "";
    return keys.add(EnumSet.of(scope), "Lecteur", author, producer, perMinute);
  }

  /** Its audit trail. */
  public AuditTrail trail() {
    return new AuditTrail(dataSource, Clock.systemUTC());
  }

  /** Its database. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** Answer to a GET with those headers. */
  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Answer to a request with those headers. */
  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address() + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
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
