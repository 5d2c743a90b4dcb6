package fr.passerelle.catalog.study.unimarc;

import fr.passerelle.catalog.study.notice.Taking;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.XmlPieces;
import fr.passerelle.vocab.source.XmlStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Notices of a file that is no XML as a whole, each read by itself. */
final class BrokenNotices {
  private static final Pattern START =
      Pattern.compile("<(?:[\\w.-]+:)?(?:notice|record)\\b[^<>]*>");

  private static final int LONGEST_FRAME = 1 << 20;

  private final String file;
  private final Taking taking;
  private final XmlPieces pieces;

  private BrokenNotices(String file, Taking taking, XmlPieces pieces) {
    this.file = file;
    this.taking = taking;
    this.pieces = pieces;
  }

  /**
   * Passes on the notices from the one that is broken on.
   *
   * @param before how many before it were passed on
   * @param broken what is wrong with it; the whole file is refused for that where it is broken
   *     around its notices
   */
  static void read(
      String file, UnimarcXmlFile.Text text, int before, Taking taking, RefusedException broken)
      throws IOException {
    try (Reader reader = text.open()) {
      XmlPieces pieces = new XmlPieces(file, reader, START);
      new BrokenNotices(file, taking, pieces).read(before, broken);
    }
  }

  private void read(int before, RefusedException broken) throws IOException {
    StringBuilder around = new StringBuilder(pieces.head());
    int count = 0;
    for (Optional<XmlPieces.Piece> each = pieces.next(); each.isPresent(); each = pieces.next()) {
      count++;
      if (count > before) {
        take(each.get(), count);
      }
      around.append(each.get().after().strip());
      if (around.length() > LONGEST_FRAME) {
        break;
      }
    }
    try (XmlStream xml =
        XmlStream.open(file, "un export XML", new StringReader(around.toString()))) {
      xml.anyRoot();
      xml.finish();
    } catch (XMLStreamException | RefusedException e) {
      broken
          .faults()
          .forEach(each -> taking.findings().refused(each.place(), each.rule(), each.message()));
    }
  }

  private void take(XmlPieces.Piece piece, int number) {
    String name = file + ":notice " + number;
    try (XmlStream xml =
        XmlStream.open(
            file, "une notice UNIMARC", new StringReader(pieces.head() + piece.text()))) {
      xml.anyRoot();
      while (!UnimarcXmlFile.isNotice(xml)) {
        if (!xml.child()) {
          throw new XMLStreamException("Message: no record here", xml.location());
        }
      }
      taking.take(UnimarcXmlFile.notice(xml, name));
    } catch (XMLStreamException e) {
      refuse(piece, XmlStream.place(file, e), XmlStream.message(e));
    } catch (RefusedException e) {
      Fault fault = e.faults().getFirst();
      refuse(piece, fault.place(), fault.message());
    }
  }

  private void refuse(XmlPieces.Piece piece, String place, String why) {
    taking.refuse(
        piece.place(place),
        "record",
        "notice illisible (%s) : la corriger, ou la laisser (--refused)".formatted(why));
  }
}
