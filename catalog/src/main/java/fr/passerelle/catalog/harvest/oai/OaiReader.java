package fr.passerelle.catalog.harvest.oai;

import fr.passerelle.catalog.harvest.Arrival;
import fr.passerelle.catalog.harvest.web.Answer;
import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.catalog.study.unimarc.UnimarcXmlFile;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.XmlStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamException;

/** Reads answers of OAI-PMH, each whole or not at all. */
final class OaiReader {
  private static final String FORMAT = "une réponse OAI-PMH 2.0";
  private static final int LONGEST_IDENTIFIER = 200;

  private final String source;
  private final Provenance from;
  private final Findings findings;
  private final Instant now;

  OaiReader(String source, Provenance from, Findings findings, Instant now) {
    this.source = source;
    this.from = from;
    this.findings = findings;
    this.now = now;
  }

  /** What is done with the elements of an answer. */
  private interface Task<T> {
    T read(XmlStream xml) throws XMLStreamException;
  }

  private <T> T open(Answer answer, Task<T> task) {
    if (!answer.type().contains("xml") || answer.type().contains("html")) {
      throw RefusedException.of(
          source,
          "content-type",
          "la source répond en « %s » au lieu de XML ; l'adresse du profil est-elle celle d'un entrepôt OAI-PMH ?"
              .formatted(answer.type()));
    }
    try (XmlStream xml =
        XmlStream.open(source, FORMAT, SourceText.open(source, answer.body(), findings))) {
      xml.root("OAI-PMH");
      return task.read(xml);
    } catch (XMLStreamException e) {
      Findings broken = new Findings();
      XmlStream.refuse(source, e, broken);
      broken.refuseIfFaulty();
      throw new IllegalStateException("a broken answer is refused", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Identity identity(Answer answer) {
    return open(answer, this::identity);
  }

  private Identity identity(XmlStream xml) throws XMLStreamException {
    String granularity = "";
    String deleted = "";
    boolean found = false;
    while (xml.child()) {
      if (!xml.name().equals("Identify")) {
        xml.skip();
        continue;
      }
      found = true;
      while (xml.child()) {
        switch (xml.name()) {
          case "granularity" -> granularity = xml.text();
          case "deletedRecord" -> deleted = xml.text();
          default -> xml.skip();
        }
      }
    }
    xml.finish();
    if (!found) {
      throw RefusedException.of(source, "oai", "la source ne se présente pas (verb=Identify)");
    }
    return new Identity(granularity.contains("hh"), deleted.equals("persistent"));
  }

  OaiPage page(Answer answer) {
    return open(answer, xml -> new Page().read(xml));
  }

  /** One answer to ListRecords while it is read. */
  private final class Page {
    private final List<Arrival> records = new ArrayList<>();
    private String date = "";
    private String error = "";
    private String message = "";
    private String token = "";
    private OptionalInt size = OptionalInt.empty();

    OaiPage read(XmlStream xml) throws XMLStreamException {
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
      return new OaiPage(date, error, message, records, token, size);
    }

    private void list(XmlStream xml) throws XMLStreamException {
      while (xml.child()) {
        switch (xml.name()) {
          case "record" -> record(xml);
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

    private void record(XmlStream xml) throws XMLStreamException {
      Header header = new Header("", "", /* isDeleted= */ false);
      Optional<Notice> notice = Optional.empty();
      while (xml.child()) {
        switch (xml.name()) {
          case "header" -> header = header(xml);
          case "metadata" -> notice = metadata(xml, source + ":" + header.identifier());
          default -> xml.skip();
        }
      }
      add(header, notice);
    }

    private void add(Header header, Optional<Notice> notice) {
      String place = source + ":" + header.identifier();
      if (header.identifier().isEmpty() || header.identifier().length() > LONGEST_IDENTIFIER) {
        refuse(place, "une notice sans identifiant, ou au-delà de 200 caractères, est laissée");
      } else if (header.isDeleted()) {
        records.add(Arrival.deleted(header.identifier(), header.datestamp()));
      } else if (notice.isEmpty()) {
        refuse(
            place, "notice sans métadonnées d'une forme connue (oai_dc, notice de PMB, MARCXML)");
        records.add(
            new Arrival(
                header.identifier(), header.datestamp(), Optional.empty(), /* isDeleted= */ false));
      } else {
        notice.get().text("identifier", header.identifier(), place);
        records.add(
            Arrival.of(
                header.identifier(),
                header.datestamp(),
                notice.get().submission(from, header.identifier(), /* uri= */ "", now, findings)));
      }
    }

    private void refuse(String place, String message) {
      Findings.Attempt attempt = findings.attempt();
      findings.refused(place, "oai", message);
      attempt.close();
    }
  }

  private record Header(String identifier, String datestamp, boolean isDeleted) {}

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
  private static Optional<Notice> metadata(XmlStream xml, String place) throws XMLStreamException {
    Optional<Notice> notice = Optional.empty();
    while (xml.child()) {
      if (notice.isPresent()) {
        xml.skip();
      } else if (xml.name().equals("dc")) {
        notice = Optional.of(DublinCore.notice(xml, place));
      } else if (UnimarcXmlFile.isNotice(xml)) {
        notice = Optional.of(UnimarcXmlFile.notice(xml, place));
      } else if (xml.name().equals("unimarc") || xml.name().equals("collection")) {
        notice = metadata(xml, place);
      } else {
        xml.skip();
      }
    }
    return notice;
  }
}
