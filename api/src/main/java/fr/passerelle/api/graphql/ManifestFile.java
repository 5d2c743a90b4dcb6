package fr.passerelle.api.graphql;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of documents by their identifiers, as the tools of clients write it: Apollo's {@code
 * apollo-persisted-query-manifest}, or one object of identifiers and texts, as of Relay and GraphQL
 * Code Generator.
 */
final class ManifestFile {
  private static final String APOLLO = "apollo-persisted-query-manifest";
  private static final long LARGEST = 16L << 20;

  private final String name;
  private final Map<String, String> documents = new LinkedHashMap<>();

  private ManifestFile(String name) {
    this.name = name;
  }

  /**
   * The texts of its documents by their identifiers.
   *
   * @throws RefusedException where it is no manifest, with the place and the rule
   */
  static Map<String, String> read(Path path) throws IOException {
    ManifestFile file = new ManifestFile(String.valueOf(path.getFileName()));
    if (Files.size(path) > LARGEST) {
      throw file.refused("", "un manifeste a %d Mo au plus".formatted(LARGEST >> 20));
    }
    if (!(file.json(Files.readAllBytes(path)) instanceof Map<?, ?> members)) {
      throw file.refused("", "un objet JSON");
    }
    if (members.containsKey("format")) {
      file.apollo(members);
    } else {
      members.forEach((id, text) -> file.add("/" + id, id, text));
    }
    return file.documents;
  }

  private @Nullable Object json(byte[] bytes) {
    try {
      return JsonReader.read(name, bytes);
    } catch (ProblemException e) {
      throw refused("", e.detail());
    }
  }

  private void apollo(Map<?, ?> members) {
    if (!APOLLO.equals(members.get("format")) || !Objects.equals(members.get("version"), 1)) {
      throw refused("/format", APOLLO + ", version 1");
    }
    if (!(members.get("operations") instanceof List<?> operations)) {
      throw refused("/operations", "une liste d'opérations");
    }
    for (int i = 0; i < operations.size(); i++) {
      String place = "/operations/" + i;
      if (!(operations.get(i) instanceof Map<?, ?> operation)) {
        throw refused(place, "une opération, avec id et body");
      }
      add(place, operation.get("id"), operation.get("body"));
    }
  }

  private void add(String place, @Nullable Object id, @Nullable Object text) {
    if (!(id instanceof String key) || key.isEmpty() || !(text instanceof String query)) {
      throw refused(place, "un identifiant et le texte d'un document");
    }
    documents.put(key, query);
  }

  private RefusedException refused(String place, String rule) {
    return RefusedException.of(
        name + place, "manifest", "manifeste de documents GraphQL : " + rule);
  }
}
