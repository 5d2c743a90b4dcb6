package fr.passerelle.catalog.harvest.oai;

import fr.passerelle.catalog.harvest.feed.RdfRecord;
import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.unimarc.UnimarcXmlFile;
import fr.passerelle.vocab.source.XmlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamException;

/**
 * One answer to ListRecords while it is read; nothing is said of it before it is read to its end.
 */
final class ListReading {
  private final Source source;
  private final List<Found> records = new ArrayList<>();
  private String date = "";
  private String error = "";
  private String message = "";
  private String token = "";
  private OptionalInt size = OptionalInt.empty();

  /**
   * What is read.
   *
   * @param code code of the source
   * @param rdf reads records in RDF
   */
  record Source(String code, RdfRecord rdf) {}

  /**
   * A record as it stands there.
   *
   * @param what what it says; empty where it is in no known form
   */
  record Found(Header header, Optional<Metadata> what) {}

  /** The header of a record. */
  record Header(String identifier, String datestamp, boolean isDeleted) {}

  /**
   * What a record says.
   *
   * @param notice what it says of a study; empty where it is of something else
   */
  record Metadata(Optional<Notice> notice) {}

  ListReading(Source source) {
    this.source = source;
  }

  List<Found> records() {
    return records;
  }

  String date() {
    return date;
  }

  String error() {
    return error;
  }

  String message() {
    return message;
  }

  String token() {
    return token;
  }

  OptionalInt size() {
    return size;
  }

  /** Reads an answer, at the root of which the stream stands. */
  ListReading read(XmlStream xml) throws XMLStreamException {
    while (xml.child()) {
      switch (xml.name()) {
        case "responseDate" -> date = xml.text();
        case "error" -> {
          error = xml.attribute("code");
          message = xml.text();
        }
        case "ListRecords" -> list(xml);
        default -> xml.skip();
      }
    }
    // What comes after the root, or does not, belongs to a page that is whole.
    xml.finish();
    return this;
  }

  private void list(XmlStream xml) throws XMLStreamException {
    while (xml.child()) {
      switch (xml.name()) {
        case "record" -> records.add(record(xml));
        case "resumptionToken" -> {
          String told = xml.attribute("completeListSize");
          size =
              told.matches("\\d{1,9}")
                  ? OptionalInt.of(Integer.parseInt(told))
                  : OptionalInt.empty();
          token = xml.text();
        }
        default -> xml.skip();
      }
    }
  }

  /** The first record of an answer, at the root of which the stream stands, read to its end. */
  Found first(XmlStream xml) throws XMLStreamException {
    while (xml.child()) {
      if (xml.name().equals("record")) {
        return record(xml);
      }
      if (!xml.name().equals("ListRecords")) {
        xml.skip();
      }
    }
    throw new XMLStreamException("Message: no record here", xml.location());
  }

  private Found record(XmlStream xml) throws XMLStreamException {
    Header header = new Header("", "", /* isDeleted= */ false);
    Optional<Metadata> what = Optional.empty();
    while (xml.child()) {
      switch (xml.name()) {
        case "header" -> header = header(xml);
        case "metadata" -> what = metadata(xml, header.identifier());
        default -> xml.skip();
      }
    }
    return new Found(header, what);
  }

  private static Header header(XmlStream xml) throws XMLStreamException {
    boolean deleted = xml.attribute("status").equals("deleted");
    String identifier = "";
    String datestamp = "";
    while (xml.child()) {
      switch (xml.name()) {
        case "identifier" -> identifier = xml.text();
        case "datestamp" -> datestamp = xml.text();
        default -> xml.skip();
      }
    }
    return new Header(identifier, datestamp, deleted);
  }

  /** The record itself, of whichever form; PMB may set its notice in one more element. */
  private Optional<Metadata> metadata(XmlStream xml, String identifier) throws XMLStreamException {
    String place = source.code() + ":" + identifier;
    Optional<Metadata> what = Optional.empty();
    while (xml.child()) {
      if (what.isPresent()) {
        xml.skip();
      } else if (xml.name().equals("dc")) {
        what = Optional.of(new Metadata(DublinCore.notice(xml, place, identifier)));
      } else if (xml.name().equals("RDF")) {
        what = Optional.of(new Metadata(source.rdf().read(xml.copy(), place)));
      } else if (UnimarcXmlFile.isNotice(xml)) {
        what = Optional.of(new Metadata(Optional.of(UnimarcXmlFile.notice(xml, place))));
      } else if (xml.name().equals("unimarc") || xml.name().equals("collection")) {
        what = metadata(xml, identifier);
      } else {
        xml.skip();
      }
    }
    return what;
  }
}
