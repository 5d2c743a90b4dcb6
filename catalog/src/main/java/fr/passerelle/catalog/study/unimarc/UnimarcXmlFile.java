package fr.passerelle.catalog.study.unimarc;

import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.notice.Taking;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.XmlStream;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Reads UNIMARC in XML, both as PMB writes it ({@code notice}, {@code f}, {@code s}) and as MARCXML
 * ({@code record}, {@code datafield}, {@code subfield}), one notice at a time.
 */
public final class UnimarcXmlFile {
  private static final Set<String> NOTICES = Set.of("notice", "record");
  private static final Set<String> FIELDS = Set.of("f", "datafield", "controlfield");
  private static final Set<String> SUBFIELDS = Set.of("s", "subfield");
  private static final int LEVEL = 7;

  private UnimarcXmlFile() {}

  /** A text that can be opened again. */
  public interface Text {
    /** Opens it at its beginning. */
    Reader open() throws IOException;
  }

  /**
   * Passes on the notices of a text. Where one is no XML, it is refused, and those after it are
   * read one by one.
   *
   * @param file its name, for messages
   */
  public static void read(String file, Text text, Taking taking) throws IOException {
    int count = 0;
    try (Reader reader = text.open();
        XmlStream xml =
            XmlStream.open(file, "un export XML de PMB (notice/f/s) ou du MARCXML", reader)) {
      xml.anyRoot();
      if (isNotice(xml)) {
        taking.take(notice(xml, file + ":notice 1"));
        return;
      }
      while (xml.child()) {
        if (isNotice(xml)) {
          Notice notice = sound(xml, file, count + 1);
          count++;
          taking.take(notice);
        } else {
          xml.skip();
        }
      }
      xml.finish();
      if (count == 0) {
        throw none(file);
      }
    } catch (XMLStreamException e) {
      BrokenNotices.read(file, text, count, taking, XmlStream.refusal(file, e));
    } catch (NoNoticeException e) {
      BrokenNotices.read(file, text, count, taking, e.refusal);
    }
  }

  /** A notice that cannot be read though it is XML. */
  private static final class NoNoticeException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient RefusedException refusal;

    NoNoticeException(RefusedException refusal) {
      super(refusal);
      this.refusal = refusal;
    }
  }

  private static Notice sound(XmlStream xml, String file, int number)
      throws XMLStreamException, NoNoticeException {
    try {
      return notice(xml, file + ":notice " + number);
    } catch (RefusedException e) {
      throw new NoNoticeException(e);
    }
  }

  private static RefusedException none(String file) {
    return RefusedException.of(
        file, "unimarc", "aucune notice ; donner un export XML de PMB (notice/f/s) ou du MARCXML");
  }

  /** Whether the element at which the stream stands is a notice. */
  public static boolean isNotice(XmlStream xml) {
    return NOTICES.contains(xml.name());
  }

  /**
   * The notice of the element at which the stream stands, read to its end.
   *
   * @param place where it is, for messages
   */
  public static Notice notice(XmlStream xml, String place) throws XMLStreamException {
    MarcFields fields = new MarcFields();
    String level = "";
    while (xml.child()) {
      if (FIELDS.contains(xml.name())) {
        fields.add(field(xml));
      } else if (xml.name().equals("bl")) {
        level = xml.text();
      } else if (xml.name().equals("leader")) {
        String leader = xml.text();
        level = leader.length() > LEVEL ? leader.substring(LEVEL, LEVEL + 1) : level;
      } else {
        xml.skip();
      }
    }
    return new UnimarcNotice(fields, place).notice(level);
  }

  /** A field of PMB holds a text or subfields; which is seen inside only. */
  private static MarcFields.Field field(XmlStream xml) throws XMLStreamException {
    String tag = xml.attribute(xml.name().equals("f") ? "c" : "tag");
    List<MarcFields.Sub> subs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (xml.child(text)) {
      if (SUBFIELDS.contains(xml.name())) {
        String code = xml.attribute(xml.name().equals("s") ? "c" : "code");
        subs.add(new MarcFields.Sub(code.isEmpty() ? ' ' : code.charAt(0), xml.text()));
      } else {
        xml.skip();
      }
    }
    return new MarcFields.Field(tag, subs.isEmpty() ? text.toString() : "", subs);
  }
}
