package fr.passerelle.catalog.study.unimarc;

import fr.passerelle.catalog.study.notice.Taking;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.marc4j.MarcException;
import org.marc4j.MarcStreamReader;
import org.marc4j.marc.ControlField;
import org.marc4j.marc.DataField;
import org.marc4j.marc.Record;

/**
 * Reads UNIMARC in ISO 2709. Notices are cut at their terminator first: one that is broken leaves
 * the next ones.
 */
public final class Iso2709File {
  private static final int TERMINATOR = 0x1d;

  /** The length of a notice has five digits. */
  private static final int LONGEST = 99_999;

  private static final int LEADER = 24;
  private static final int LEVEL = 7;

  private final Taking taking;

  private Iso2709File(Taking taking) {
    this.taking = taking;
  }

  /**
   * Passes on the notices of a file.
   *
   * @param file its name, for messages
   * @param in its bytes, buffered
   */
  public static void read(String file, InputStream in, Taking taking) throws IOException {
    Iso2709File iso = new Iso2709File(taking);
    int count = 0;
    for (byte[] notice = next(in); notice.length > 0; notice = next(in)) {
      count++;
      iso.add(notice, file + ":notice " + count);
    }
    if (count == 0) {
      taking.refuse(file, "iso2709", "aucune notice : le fichier est vide");
    }
  }

  /** The bytes of the next notice, line ends before it left out; none at the end. */
  private static byte[] next(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
    int octet;
    while ((octet = in.read()) >= 0) {
      boolean blank = octet == '\n' || octet == '\r' || octet == ' ' || octet == 0x1a;
      if (bytes.size() > 0 || !blank) {
        // What is too long is read to its end, but not kept.
        if (bytes.size() <= LONGEST) {
          bytes.write(octet);
        }
        if (octet == TERMINATOR) {
          break;
        }
      }
    }
    return bytes.toByteArray();
  }

  private void add(byte[] notice, String place) {
    if (notice.length < LEADER
        || notice.length > LONGEST
        || notice[notice.length - 1] != TERMINATOR) {
      taking.refuse(
          place,
          "iso2709",
          "notice tronquée ou sans fin (%d octets) ; reprendre l'export à sa source"
              .formatted(notice.length));
      return;
    }
    try {
      // Latin-1 keeps every byte apart: the text is decoded below, field by field.
      Record record = new MarcStreamReader(new ByteArrayInputStream(notice), "ISO8859_1").next();
      MarcEncoding encoding = MarcEncoding.of(record, notice);
      taking.take(
          new UnimarcNotice(fields(record, encoding), place)
              .notice(new String(notice, LEVEL, 1, StandardCharsets.ISO_8859_1)));
    } catch (MarcException
        | NoSuchElementException
        | IndexOutOfBoundsException
        | NumberFormatException e) {
      taking.refuse(
          place,
          "iso2709",
          "notice illisible (%s) ; reprendre l'export à sa source".formatted(first(e)));
    } catch (MarcEncoding.UnreadableException e) {
      taking.refuse(place, "encoding", String.valueOf(e.getMessage()));
    }
  }

  private static String first(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static MarcFields fields(Record record, MarcEncoding encoding) {
    MarcFields fields = new MarcFields();
    for (ControlField each : record.getControlFields()) {
      fields.add(new MarcFields.Field(each.getTag(), encoding.decode(each.getData()), List.of()));
    }
    for (DataField each : record.getDataFields()) {
      fields.add(
          new MarcFields.Field(
              each.getTag(),
              "",
              each.getSubfields().stream()
                  .map(sub -> new MarcFields.Sub(sub.getCode(), encoding.decode(sub.getData())))
                  .toList()));
    }
    return fields;
  }
}
