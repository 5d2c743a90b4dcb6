package fr.passerelle.vocab.rome;

import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceZip;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The files of the zip, each found by the stem of its name: {@code unix_STEM_v460_utf8.csv}. */
final class RomeZip {
  private final SourceZip zip;
  private final Findings findings;
  private final Set<String> seen = new HashSet<>();

  RomeZip(SourceZip zip, Findings findings) {
    this.zip = zip;
    this.findings = findings;
  }

  /** Reads a file that others refer to: refused if absent. */
  void require(String stem, List<String> columns, Consumer<Row> rows) throws IOException {
    if (!read(stem, columns, rows)) {
      findings.refused(
          stem,
          "missing-file",
          "fichier absent alors que d'autres s'y réfèrent ; reprendre le zip complet");
    }
  }

  /** Reads a file that no other refers to: remarked if absent. */
  void readIfPresent(String stem, List<String> columns, Consumer<Row> rows) throws IOException {
    if (!read(stem, columns, rows)) {
      remarkIfAbsent(stem);
    }
  }

  /** Says that a file of the published set is not there, which is no fault. */
  void remarkIfAbsent(String stem) {
    if (name(stem).isEmpty()) {
      findings.remark(stem + " : fichier absent, aucun autre ne s'y réfère");
    }
  }

  private String name(String stem) {
    return zip.find("unix_" + stem + "_v\\d+_.*\\.csv").orElse("");
  }

  private boolean read(String stem, List<String> columns, Consumer<Row> rows) throws IOException {
    String name = name(stem);
    if (name.isEmpty()) {
      return false;
    }
    seen.add(name);
    try (Reader text = zip.text(name, findings)) {
      Table.of(name, ',', columns, findings).read(text, rows);
    }
    return true;
  }

  /** Text of {@code version.txt}, empty if absent. */
  String version() throws IOException {
    String name = zip.find("version\\.txt").orElse("");
    if (name.isEmpty()) {
      return "";
    }
    seen.add(name);
    try (Reader text = zip.text(name, findings)) {
      return text.readAllAsString();
    }
  }

  /** Remarks the files that nothing read: nothing is lost without a word. */
  void remarkUnread() {
    zip.names().stream()
        .filter(name -> !seen.contains(name))
        .forEach(
            name -> findings.remark(name + " : fichier que ce lecteur ne connaît pas, non lu"));
  }
}
