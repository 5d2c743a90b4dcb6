package fr.passerelle.api;

import com.jayway.jsonpath.JsonPath;
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
import java.time.Clock;
import java.util.EnumSet;

/** A service over the sample in which tests put studies of their own. Started once. */
public final class StudiesService {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private StudiesService() {}

  /** Made when it is first asked for. */
  private static final class Started {
    static final Service SERVICE;
    static final String OPERATOR;

    static {
      try {
        DataFolder data = DataFolder.at(Files.createTempDirectory("passerelle-studies"));
        Database database = Database.open(data, Role.SERVICE);
        SERVICE =
            Service.start(
                new Service.Settings(data, ProfileFile.demonstration(), 0, "127.0.0.1", ""),
                () -> database);
        OPERATOR =
            new Keys(database.dataSource(), Clock.systemUTC())
                .add(EnumSet.of(Scope.OPERATOR), "Exploitant", "")
                .secret();
        Runtime.getRuntime().addShutdownHook(new Thread(SERVICE::close));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Address of the service, without final slash. */
  public static String address() {
    return Started.SERVICE.address();
  }

  /** Answer to a GET of an address, or of a path here; redirects are not followed. */
  public static HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Answer to a request, as the operator where it has a body or deletes. */
  public static HttpResponse<String> send(
      String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address() + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty() || method.equals("DELETE")) {
      request.header("Authorization", "Bearer " + Started.OPERATOR);
      request.header("Content-Type", "application/json");
    }
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

  /** Answer to a GraphQL request of somebody without key. */
  public static HttpResponse<String> anonymously(String body) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create(address() + "/graphql"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Identifier of a study that the operator puts in for Insee, published at once.
   *
   * @param members members of its form after its producer, as JSON
   */
  public static String deposit(String members) {
    HttpResponse<String> answer =
        send("POST", "/api/v1/studies", "{\"producers\": [\"insee\"], " + members + "}");
    if (answer.statusCode() >= 300) {
      throw new AssertionError(answer.body());
    }
    return JsonPath.parse(answer.body()).read("$.studies[0].study.id", String.class);
  }

  /** Deletes a study. */
  public static void delete(String id) {
    send("DELETE", "/api/v1/studies/" + id, "");
  }
}
