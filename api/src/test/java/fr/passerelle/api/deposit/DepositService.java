package fr.passerelle.api.deposit;

import fr.passerelle.api.Service;
import fr.passerelle.catalog.key.Keys;
import fr.passerelle.catalog.key.NewKey;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.source.Findings;
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
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** A service over the sample that is changed by deposits, apart from the one that others read. */
final class DepositService implements AutoCloseable {
  private final Database database;
  private final Service service;
  private final Keys keys;
  private final HttpClient client = HttpClient.newHttpClient();

  DepositService(Path folder) throws IOException {
    DataFolder data = DataFolder.at(folder);
    database = Database.open(data, Role.SERVICE);
    service =
        Service.start(
            new Service.Settings(data, ProfileFile.demonstration(), 0, "127.0.0.1", ""),
            () -> database);
    keys = new Keys(database.dataSource(), Clock.systemUTC());
  }

  NewKey key(Scope scope, String author) {
    return keys.add(EnumSet.of(scope), "Organisme " + author, author);
  }

  void revoke(NewKey key) {
    keys.revoke(key.key().id());
  }

  String address() {
    return service.address();
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address() + path)).build());
  }

  /** An import of the operator that declares no licence. */
  void publishWithoutLicence(Release release) throws IOException {
    service
        .vocabularies()
        .publish(new Import(release, new Findings(), Optional.empty(), /* dryRun= */ false));
    service.vocabularies().reload();
  }

  HttpResponse<String> post(String path, String type, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** A deposit; an empty key or type is not sent. */
  HttpResponse<String> deposit(String query, String key, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + "/api/v1/deposits?" + query))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return send(request.build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything that a deposit could write in the database. */
  List<String> rows() {
    return Jdbi.create(database.dataSource())
        .withHandle(handle ->
            handle
                .createQuery(
                    "select cast(r as text) from release r"
                        + " union all select cast(p as text) from publication p"
                        + " union all select cast(l as text) from publication_log l order by 1")
                .mapTo(String.class)
                .list());
  }

  /** The audit trail of an edition, in time order. */
  List<String> trail(String edition) {
    return Jdbi.create(database.dataSource())
        .withHandle(handle ->
            handle
                .createQuery(
                    "select action from publication_log where edition = :edition order by id")
                .bind("edition", edition)
                .mapTo(String.class)
                .list());
  }

  /** Collections that an edition publishes, as read again from its file. */
  List<Collection> collections(String edition) {
    return service.vocabularies().snapshot().releases().stream()
        .map(PublishedRelease::release)
        .filter(release -> release.edition().id().equals(edition))
        .flatMap(release -> release.collections().stream())
        .toList();
  }

  @Override
  public void close() {
    service.close();
  }
}
