package fr.passerelle.vocab.formacode;

import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.SourceText;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reader of the CSV files of Formacode, each known by its header.
 *
 * <p>The terms of V14 and their broad domains come in two files and make one release. The file of
 * domains may be missing: the terms name them.
 */
public final class FormacodeFile {
  /** A header is shorter than that, in characters. */
  private static final int HEADER = 4_096;

  private FormacodeFile() {}

  /** What a file is, by its header. */
  private enum Kind {
    /** The terms of V14. */
    TERMS_14,
    /** The broad domains of V14. */
    DOMAINS_14,
    /** The terms of V13, one column a level. */
    TERMS_13
  }

  /**
   * Reads one file.
   *
   * @throws RefusedException with every fault found, as {@code file:line:column}, rule and reason
   */
  public static List<Release> read(Origin origin, Findings findings) throws IOException {
    return read(List.of(origin), findings);
  }

  /**
   * Reads files that belong together, in any order: the terms of V14 with their broad domains, the
   * terms of V13. With both editions, their succession comes third.
   *
   * @param findings receives counts, repairs and remarks
   * @throws RefusedException with every fault found, as {@code file:line:column}, rule and reason
   */
  public static List<Release> read(List<Origin> origins, Findings findings) throws IOException {
    Map<Kind, Origin> files = new EnumMap<>(Kind.class);
    for (Origin origin : origins) {
      Origin same = files.put(kind(origin), origin);
      if (same != null) {
        throw RefusedException.of(
            origin.file(), "twice", "fichier de même sorte que " + same.file() + " ; en garder un");
      }
    }
    List<Release> releases = new ArrayList<>();
    Origin terms13 = files.get(Kind.TERMS_13);
    if (terms13 != null) {
      releases.add(Formacode13.read(terms13, findings));
    }
    Origin terms14 = files.get(Kind.TERMS_14);
    Origin domains = files.get(Kind.DOMAINS_14);
    if (terms14 != null) {
      releases.add(Formacode14.read(terms14, domains, findings));
    } else if (domains != null) {
      throw RefusedException.of(
          domains.file(),
          "missing-file",
          "les grands domaines complètent les termes ; donner aussi le fichier des termes");
    }
    if (releases.size() == 2) {
      releases.add(FormacodeSuccession.of(releases.getFirst(), releases.getLast()));
    }
    return releases;
  }

  private static Kind kind(Origin origin) throws IOException {
    String header = header(origin);
    if (header.contains(Formacode14.CODE)) {
      boolean terms =
          Stream.of(Formacode14.FIELD, Formacode14.TG, Formacode14.TA).anyMatch(header::contains);
      return terms ? Kind.TERMS_14 : Kind.DOMAINS_14;
    }
    if (header.startsWith("A;B;C;")) {
      return Kind.TERMS_13;
    }
    throw RefusedException.of(
        origin.file() + ":1:1",
        "header",
        "ni les termes ni les grands domaines du Formacode V14 (« Code du Terme;... »), ni les"
            + " termes du V13 (« A;B;C;... ») ; reprendre le fichier du producteur");
  }

  /** The first line; what its encoding is will be found, and said, when the file is read. */
  private static String header(Origin origin) throws IOException {
    char[] start = new char[HEADER];
    int length = 0;
    try (Reader text = SourceText.open(origin.path(), new Findings())) {
      int read = 0;
      while (read >= 0 && length < HEADER) {
        length += read;
        read = text.read(start, length, HEADER - length);
      }
    }
    return new String(start, 0, length).lines().findFirst().orElse("");
  }
}
