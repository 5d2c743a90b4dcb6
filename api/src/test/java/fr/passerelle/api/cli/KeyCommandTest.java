package fr.passerelle.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.Service;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of keys beside a running service, on its own PostgreSQL. */
class KeyCommandTest {
  @TempDir static Path folder;

  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    DataFolder data = DataFolder.at(folder);
    service =
        Service.start(
            new Service.Settings(data, ProfileFile.demonstration(), 0, "127.0.0.1", ""),
            () -> Database.open(data, Role.SERVICE));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** What a command said and its exit code. */
  private record Said(int code, String out, String err) {}

  private static Said run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.toString();
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream wrong = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(wrong, true, StandardCharsets.UTF_8));
      int code = Passerelle.run(all);
      return new Said(
          code, said.toString(StandardCharsets.UTF_8), wrong.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static int deposit(String secret) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(
                      URI.create(
                          service.address()
                              + "/api/v1/deposits?kind=csv&dryRun=true&licence=etalab-2.0"))
                  .header("Authorization", "Bearer " + secret)
                  .header("Content-Type", "text/csv")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          client
                              .send(
                                  HttpRequest.newBuilder(
                                          URI.create(
                                              service.address() + "/api/v1/deposits/template.csv"))
                                      .build(),
                                  HttpResponse.BodyHandlers.ofString())
                              .body()))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .statusCode();
    }
  }

  @Test
  void a_key_is_made_shown_once_listed_without_its_secret_and_revoked_at_once() throws Exception {
    Said added = run("key", "add", "--scope", "deposit", "--name", "Carif-Oref Bretagne");
    List<String> lines = added.out().lines().toList();
    String id = lines.getFirst().split(" ", -1)[1];
    String secret = lines.get(1);

    assertThat(added.code()).isZero();
    assertThat(added.out()).contains("« carif-oref-bretagne »", "« carif-oref-bretagne-... »");
    assertThat(deposit(secret)).isEqualTo(200);

    Said listed = run("key", "list");
    assertThat(listed.out())
        .contains(id, "deposit", "carif-oref-bretagne", "Carif-Oref Bretagne")
        .doesNotContain(secret, "révoquée");

    assertThat(run("key", "revoke", id).out()).contains(id, "révoquée");
    assertThat(deposit(secret)).isEqualTo(401);
    assertThat(run("key", "list").out()).contains(id, "(révoquée)");
  }

  @Test
  void who_made_and_revoked_which_key_is_in_the_audit_trail_without_any_secret() {
    Said added = run("key", "add", "--scope", "operator", "--name", "Exploitant");
    List<String> lines = added.out().lines().toList();
    String id = lines.getFirst().split(" ", -1)[1];
    run("key", "revoke", id);
    run("key", "revoke", id);
    Said trail = run("audit");

    assertThat(trail.out().lines().filter(line -> line.contains("key/" + id)))
        .satisfiesExactly(
            line -> assertThat(line).contains("key-revoked", "refused (no-key)"),
            line -> assertThat(line).contains("key-revoked", "done", "operator par command"),
            line -> assertThat(line).contains("key-added", "done"));
    assertThat(trail.out()).doesNotContain(lines.get(1).substring(4));
    assertThat(run("audit", "--action", "key-added").out()).doesNotContain("key-revoked");
    assertThat(run("audit", "--action", "x").err()).contains("action inconnue « x »");
  }

  @Test
  void a_key_of_reading_more_deposits_nothing() throws Exception {
    Said added = run("key", "add", "--scope", "quota", "--name", "Lecteur", "--quota", "100000");
    assertThat(run("key", "list").out()).contains("(100000 points par minute)");
    assertThat(deposit(added.out().lines().toList().get(1))).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key add --scope=lire --name=X                        | 1 | droit inconnu « lire »",
        "key add --scope=deposit --name=France --author=rome-4 | 1 | rome-4",
        "key revoke inconnue                                  | 1 | inconnue",
        "key add --scope=deposit                              | 2 | --name",
        "key revoke                                           | 2 | ID",
        "key add --scope=quota --name=Z --quota=-1             | 1 | --quota",
        "key add --scope=quota --name=Z --quota=x              | 2 | --quota",
      })
  void what_cannot_be_done_is_said(String command, int code, String words) {
    Said said = run(command.strip().split(" ", -1));
    assertThat(said.code()).as(said.err()).isEqualTo(code);
    assertThat(said.err()).contains(words);
  }
}
