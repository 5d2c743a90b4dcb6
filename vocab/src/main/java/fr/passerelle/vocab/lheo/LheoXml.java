package fr.passerelle.vocab.lheo;

import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.lheo.Formation.Certification;
import fr.passerelle.vocab.lheo.Formation.Cited;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.XmlStream;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a Lhéo file, a stream of trainings: one is held at a time, and of it only codes and days. A
 * DTD or an entity is refused where it stands.
 *
 * <p>Codes are known by their place: those of {@code potentiel} say what an organisation could
 * teach, not what a training is about.
 */
final class LheoXml {
  /** Namespaces of the dialects, each with its usual name. */
  private static final Map<String, String> DIALECTS =
      Map.of(
          "http://www.lheo.org/2.0", "Lhéo 2.0",
          "http://www.lheo.org/2.2", "Lhéo 2.2",
          "http://lheo.gouv.fr/2.3", "Lhéo 2.3",
          "https://www.of.moncompteformation.gouv.fr", "EDOF (Mon compte formation)");

  private static final String FORMAT = "une offre de formation Lhéo";

  /** Most recent first: a day of change says more than one of export. */
  private static final List<String> DAYS =
      List.of("horodatage-modification", "datemaj", "horodatage-export", "horodatage-creation");

  private final String file;
  private final XmlStream xml;
  private final Findings findings;

  private LheoXml(String file, XmlStream xml, Findings findings) {
    this.file = file;
    this.xml = xml;
    this.findings = findings;
  }

  /**
   * Passes each training on; it is refused alone where it is wrong.
   *
   * @throws RefusedException if it is not Lhéo, or holds a DTD; a text broken on the way is refused
   *     through the findings
   */
  static void read(String file, Reader text, Findings findings, Consumer<Formation> formations) {
    try (XmlStream xml = XmlStream.open(file, FORMAT, text)) {
      findings.read(file, new LheoXml(file, xml, findings).read(formations));
    } catch (XMLStreamException e) {
      XmlStream.refuse(file, e, findings);
    }
  }

  private int read(Consumer<Formation> formations) throws XMLStreamException {
    xml.root("lheo");
    checkDialect();
    int count = 0;
    while (xml.child()) {
      if (xml.name().equals("offres")) {
        count += offers(formations);
      } else {
        xml.skip();
      }
    }
    xml.finish();
    return count;
  }

  private void checkDialect() {
    String dialect = DIALECTS.get(xml.namespace());
    if (dialect == null) {
      throw RefusedException.of(
          xml.place(),
          "namespace",
          "espace de noms « %s » inconnu ; connus : %s"
              .formatted(xml.namespace(), DIALECTS.keySet().stream().sorted().toList()));
    }
    findings.remark(file + " : " + dialect);
  }

  private int offers(Consumer<Formation> formations) throws XMLStreamException {
    int count = 0;
    while (xml.child()) {
      if (xml.name().equals("formation")) {
        try (Findings.Attempt _ = findings.attempt()) {
          formations.accept(formation());
        }
        count++;
      } else {
        xml.skip();
      }
    }
    return count;
  }

  private Formation formation() throws XMLStreamException {
    Formation formation = new Formation(xml.place(), xml.attribute("numero"));
    formation.written = DAYS.stream().map(xml::attribute).flatMap(this::day).findFirst();
    while (xml.child()) {
      switch (xml.name()) {
        case "domaine-formation" -> domain(formation);
        case "certification" -> formation.certifications.add(certification());
        case "extras" -> extras(formation);
        default -> xml.skip();
      }
    }
    return formation;
  }

  private void domain(Formation formation) throws XMLStreamException {
    while (xml.child()) {
      switch (xml.name()) {
        case "code-FORMACODE" -> cited(formation.formacode);
        case "code-NSF" -> cited(formation.nsf);
        case "code-ROME" -> cited(formation.rome);
        default -> xml.skip();
      }
    }
  }

  private Certification certification() throws XMLStreamException {
    Certification certification =
        new Certification(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    while (xml.child()) {
      switch (xml.name()) {
        case "code-RNCP" -> cited(certification.rncp());
        case "code-RS" -> cited(certification.rs());
        case "code-CERTIFINFO" -> cited(certification.certifinfo());
        default -> xml.skip();
      }
    }
    return certification;
  }

  /** A code; an element that says nothing is passed over and counted. */
  private void cited(List<Cited> codes) throws XMLStreamException {
    String name = xml.name();
    String ref = xml.attribute("ref");
    String place = xml.place();
    String code = xml.text();
    if (code.isEmpty()) {
      findings.repaired("<" + name + "> vide, passé", place);
    } else {
      codes.add(new Cited(code, ref, place));
    }
  }

  /** Some exports say their day in an extra, e.g. {@code DATE EXPORT ONISEP}. */
  private void extras(Formation formation) throws XMLStreamException {
    while (xml.child()) {
      if (!xml.name().equals("extra")) {
        xml.skip();
      } else if (xml.attribute("info").toUpperCase(Locale.ROOT).startsWith("DATE EXPORT")) {
        Optional<LocalDate> day = day(xml.text()).findFirst();
        formation.written = formation.written.or(() -> day);
      } else {
        xml.skip();
      }
    }
  }

  /** A day written 20151203, 2015-12-03 or 2015-12-03T10:00:00. */
  private Stream<LocalDate> day(String text) {
    String day = text.length() > 10 ? text.substring(0, 10) : text;
    try {
      return day.isEmpty()
          ? Stream.empty()
          : Stream.of(
              day.matches("\\d{8}")
                  ? LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
                  : LocalDate.parse(day));
    } catch (DateTimeException e) {
      findings.repaired("jour illisible d'une formation, passé", xml.place());
      return Stream.empty();
    }
  }
}
