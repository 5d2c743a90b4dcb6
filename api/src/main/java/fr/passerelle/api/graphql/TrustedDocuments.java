package fr.passerelle.api.graphql;

import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The documents of the manifests of an installation, which are read when the service starts. */
public final class TrustedDocuments {
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> byHash = new HashMap<>();
  private final Set<String> texts = new HashSet<>();
  private final boolean only;

  private TrustedDocuments(boolean only) {
    this.only = only;
  }

  /**
   * Those of all manifests ({@code *.json}) in a folder; none where there is no such folder.
   *
   * @param only whether no other document is executed
   * @throws RefusedException for a file that is no manifest, or two documents of one identifier
   */
  public static TrustedDocuments read(Path folder, boolean only) throws IOException {
    TrustedDocuments trusted = new TrustedDocuments(only);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> manifests =
            files.filter(each -> each.toString().endsWith(".json")).sorted().toList();
        for (Path manifest : manifests) {
          trusted.add(manifest);
        }
      }
    }
    return trusted;
  }

  private void add(Path manifest) throws IOException {
    for (Map.Entry<String, String> each : ManifestFile.read(manifest).entrySet()) {
      String text = each.getValue();
      String before = byName.putIfAbsent(each.getKey(), text);
      if (before != null && !before.equals(text)) {
        throw RefusedException.of(
            String.valueOf(manifest.getFileName()),
            "manifest",
            "l'identifiant « %s » désigne un autre document dans un autre manifeste"
                .formatted(each.getKey()));
      }
      byHash.put(PersistedDocuments.sha256(text), text);
      texts.add(text);
    }
  }

  /** The document of that identifier. */
  Optional<String> named(String id) {
    return Optional.ofNullable(byName.get(id));
  }

  /** The document of that hash, whatever its identifier. */
  Optional<String> hashed(String sha256) {
    return Optional.ofNullable(byHash.get(sha256));
  }

  /** Whether no other document is executed. */
  boolean only() {
    return only;
  }

  /** Whether a document may be executed. */
  boolean admits(String query) {
    return !only || texts.contains(query);
  }
}
