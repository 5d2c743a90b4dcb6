package fr.passerelle.catalog.harvest.oai;

import fr.passerelle.catalog.harvest.feed.Arrival;
import fr.passerelle.catalog.harvest.web.Answer;
import fr.passerelle.catalog.harvest.web.PageText;
import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.XmlStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Reads answers of OAI-PMH, each record whole or not at all. */
final class OaiReader {
  private static final String FORMAT = "une réponse OAI-PMH 2.0";
  private static final int LONGEST_IDENTIFIER = 200;

  private final ListReading.Source source;
  private final Provenance from;
  private final Findings findings;
  private final Instant now;

  OaiReader(ListReading.Source source, Provenance from, Findings findings, Instant now) {
    this.source = source;
    this.from = from;
    this.findings = findings;
    this.now = now;
  }

  /** What is done with the elements of an answer. */
  private interface Task<T> {
    T read(XmlStream xml) throws XMLStreamException;
  }

  /** A stream that stands at the root of an answer. */
  static XmlStream stream(String source, Reader text) throws XMLStreamException {
    XmlStream xml = XmlStream.open(source, FORMAT, text);
    xml.root("OAI-PMH");
    return xml;
  }

  private void requireXml(Answer answer) {
    if (!answer.type().contains("xml") || answer.type().contains("html")) {
      throw RefusedException.of(
          source.code(),
          "content-type",
          "la source répond en « %s » au lieu de XML ; l'adresse du profil est-elle celle d'un entrepôt OAI-PMH ?"
              .formatted(answer.type()));
    }
  }

  private <T> T open(Answer answer, Task<T> task) {
    try (XmlStream xml =
        stream(source.code(), PageText.open(source.code(), answer.body(), findings))) {
      return task.read(xml);
    } catch (XMLStreamException e) {
      throw XmlStream.refusal(source.code(), e);
    }
  }

  Identity identity(Answer answer) {
    requireXml(answer);
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
      throw RefusedException.of(
          source.code(), "oai", "la source ne se présente pas (verb=Identify)");
    }
    return new Identity(granularity.contains("hh"), deleted.equals("persistent"));
  }

  /**
   * The page of an answer. Where a record of it cannot be read, it is refused and the others are
   * taken.
   *
   * @throws RefusedException if it is no page, or is broken around its records
   */
  OaiPage page(Answer answer) {
    requireXml(answer);
    ListReading list = new ListReading(source);
    try {
      open(answer, list::read);
      return page(list, list.records(), List.of());
    } catch (RefusedException broken) {
      ListReading frame = new ListReading(source);
      BrokenList pieces = pieces(answer, broken, frame);
      return page(frame, pieces.records(), pieces.refused());
    }
  }

  private BrokenList pieces(Answer answer, RefusedException broken, ListReading frame) {
    try (Reader text = PageText.open(source.code(), answer.body(), new Findings())) {
      BrokenList pieces = BrokenList.read(source, text, frame);
      if (pieces.refused().isEmpty()) {
        throw broken;
      }
      return pieces;
    } catch (XMLStreamException | RefusedException e) {
      throw broken;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OaiPage page(
      ListReading frame, List<ListReading.Found> records, List<BrokenList.Refused> refused) {
    List<Arrival> arrivals = new ArrayList<>();
    records.forEach(each -> arrival(each).ifPresent(arrivals::add));
    int unnamed = 0;
    for (BrokenList.Refused each : refused) {
      refuse(each.fault());
      if (each.identifier().isEmpty()) {
        unnamed++;
      } else {
        arrivals.add(Arrival.unread(each.identifier(), each.datestamp()));
      }
    }
    return new OaiPage(
        frame.date(),
        frame.error(),
        frame.message(),
        arrivals,
        frame.token(),
        frame.size(),
        unnamed);
  }

  private Optional<Arrival> arrival(ListReading.Found record) {
    ListReading.Header header = record.header();
    String place = source.code() + ":" + header.identifier();
    if (header.identifier().isEmpty() || header.identifier().length() > LONGEST_IDENTIFIER) {
      refuse(place, "une notice sans identifiant, ou au-delà de 200 caractères, est laissée");
      return Optional.empty();
    }
    if (header.isDeleted()) {
      return Optional.of(Arrival.deleted(header.identifier(), header.datestamp()));
    }
    if (record.what().isEmpty()) {
      refuse(
          place,
          "notice sans métadonnées d'une forme connue (oai_dc, dcat_ap, notice de PMB, MARCXML)");
      return Optional.of(Arrival.unread(header.identifier(), header.datestamp()));
    }
    Optional<Notice> notice = record.what().get().notice();
    if (notice.isEmpty()) {
      findings.repaired(
          "référentiel, correspondance ou chiffres, laissé : ce n'est pas une étude", place);
      return Optional.of(Arrival.unread(header.identifier(), header.datestamp()));
    }
    return Optional.of(arrival(header, notice.get(), place));
  }

  private Arrival arrival(ListReading.Header header, Notice notice, String place) {
    notice.text("identifier", header.identifier(), place);
    // A record that bears an address is published there: what is taken here is a copy.
    boolean published = header.identifier().matches("https?://.+");
    return Arrival.of(
        header.identifier(),
        header.datestamp(),
        notice.submission(
            published ? from.federated() : from,
            header.identifier(),
            published ? header.identifier() : "",
            now,
            findings),
        notice.names());
  }

  private void refuse(String place, String message) {
    refuse(new Fault(place, "oai", message));
  }

  private void refuse(Fault fault) {
    Findings.Attempt attempt = findings.attempt();
    findings.refused(fault.place(), fault.rule(), fault.message());
    attempt.close();
  }
}
