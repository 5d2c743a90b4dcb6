package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * A place in the order of a connection, as text that means nothing to its reader: the sort key of
 * the last element seen, so that paging goes on from it even where the element itself has gone.
 *
 * <p>It opens nothing that could not be asked for directly; the checksum tells a cursor that was
 * cut or made up from one that is ours.
 */
final class Cursor {
  private Cursor() {}

  /**
   * @param field name of the connection, as cursors of one are no places in another
   */
  static String encode(String field, Link link) {
    String key =
        String.join(
            " ",
            field,
            link.kind().name(),
            Integer.toString(link.order()),
            link.mark().name(),
            link.target().scheme(),
            link.target().code());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((checksum(key) + " " + key).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws ProblemException for anything else
   */
  static Link parse(String field, String cursor) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = plain.split(" ", 7);
      if (parts.length < 7
          || !parts[0].equals(checksum(plain.substring(parts[0].length() + 1)))
          || !parts[1].equals(field)) {
        throw forged(cursor);
      }
      return new Link(
          Link.Kind.valueOf(parts[2]),
          new ConceptRef(parts[5], parts[6]),
          Link.Mark.valueOf(parts[4]),
          Integer.parseInt(parts[3]));
    } catch (IllegalArgumentException e) {
      throw forged(cursor);
    }
  }

  /** The refusal of a cursor that is not ours. */
  static ProblemException forged(String cursor) {
    String rule = "endCursor ou cursor d'une page précédente de la même liste";
    return new ProblemException(
        ProblemType.BAD_CURSOR,
        "after=%s : %s".formatted(Text.quoted(cursor), rule),
        new Problem.Detail("after", rule));
  }

  private static String checksum(String key) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
