package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.rncp.Fiche.Cell;
import fr.passerelle.vocab.rncp.Fiche.Item;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.XmlStream;
import java.io.Reader;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the XML V4 of France compétences, a stream of records: one is held at a time, and of it
 * only what is kept. A DTD or an entity is refused where it stands.
 *
 * <p>Elements are known by their place: the {@code BLOC_COMPETENCES} under {@code CORRESPONDANCES}
 * is another thing than the one under {@code BLOCS_COMPETENCES}.
 */
final class RncpXml {
  private static final String VERSION = "VERSION_FLUX";

  /** Ways of access in the words of the CSV, by the element that says whether they are open. */
  private static final Map<String, String> WAYS =
      Map.of(
          "SI_JURY_FI", "Après un parcours de formation sous statut d’élève ou d’étudiant",
          "SI_JURY_CA", "En contrat d’apprentissage",
          "SI_JURY_FC", "Après un parcours de formation continue",
          "SI_JURY_CQ", "En contrat de professionnalisation",
          "SI_JURY_CL", "Par candidature individuelle",
          "SI_JURY_VAE", "Par expérience");

  private final XmlCursor xml;
  private final Findings findings;
  private final Words words;

  private RncpXml(XmlCursor xml, Findings findings) {
    this.xml = xml;
    this.findings = findings;
    this.words = new Words(findings);
  }

  /**
   * Passes each record on.
   *
   * @throws RefusedException if it is not the XML V4, or holds a DTD; a text broken on the way is
   *     refused through the findings
   */
  static void read(String file, Reader text, Findings findings, Consumer<Fiche> fiches) {
    try (XmlCursor xml = XmlCursor.open(file, text, findings)) {
      findings.read(file, new RncpXml(xml, findings).read(fiches));
      xml.remarkSkipped();
    } catch (XMLStreamException e) {
      XmlStream.refuse(file, e, findings);
    }
  }

  private int read(Consumer<Fiche> fiches) throws XMLStreamException {
    xml.root("FICHES");
    int count = 0;
    boolean versioned = false;
    while (xml.child()) {
      String name = xml.name();
      if (name.equals(VERSION)) {
        version();
        versioned = true;
      } else if (!versioned) {
        throw RefusedException.of(xml.place(), "version", VERSION + " attendu avant " + name);
      } else if (name.equals("FICHE")) {
        record(fiches);
        count++;
      } else {
        xml.skip();
      }
    }
    xml.finish();
    return count;
  }

  /** What is wrong in a record refuses it alone; a text that breaks refuses all. */
  private void record(Consumer<Fiche> fiches) throws XMLStreamException {
    try (Findings.Attempt _ = findings.attempt()) {
      fiches.accept(fiche());
    }
  }

  private void version() throws XMLStreamException {
    String place = xml.place();
    String version = xml.text();
    if (!version.matches("4\\.\\d+")) {
      throw RefusedException.of(
          place,
          "version",
          "%s « %s » : ce lecteur connaît la version 4 ; donner l'export V4.1"
              .formatted(VERSION, version));
    }
  }

  private Fiche fiche() throws XMLStreamException {
    Fiche fiche = new Fiche(xml.place());
    while (xml.child()) {
      String name = xml.name();
      if (WAYS.containsKey(name)) {
        way(fiche, name);
      } else {
        element(fiche, name);
      }
    }
    return fiche;
  }

  private void element(Fiche fiche, String name) throws XMLStreamException {
    switch (name) {
      case "NUMERO_FICHE" -> fiche.number = xml.cell();
      case "INTITULE" -> fiche.title = xml.cell();
      case "ETAT_FICHE" -> fiche.state = xml.text();
      case "ACTIF" -> fiche.active = xml.cell();
      case "TYPE_ENREGISTREMENT" -> fiche.registration = xml.text();
      case "DATE_DECISION" -> fiche.decision = xml.cell();
      case "DATE_EFFET" -> fiche.effect = xml.cell();
      case "DATE_FIN_ENREGISTREMENT" -> fiche.registrationEnd = xml.cell();
      case "DATE_LIMITE_DELIVRANCE" -> fiche.awardEnd = xml.cell();
      case "ABREGE" -> {
        Map<String, Cell> abrege = xml.fields(Set.of("CODE", "LIBELLE"));
        fiche.abrege = XmlCursor.get(abrege, "CODE").text();
        fiche.diplomaType = XmlCursor.get(abrege, "LIBELLE").text();
      }
      case "NOMENCLATURE_EUROPE" -> {
        Map<String, Cell> level = xml.fields(Set.of("NIVEAU", "LIBELLE"));
        fiche.level = XmlCursor.get(level, "NIVEAU");
        fiche.levelLabel = XmlCursor.get(level, "LIBELLE").text();
      }
      case "CERTIFICATEURS" -> certifiers(fiche);
      case "FORMACODES" -> items("FORMACODE", fiche.formacode::add);
      case "CODES_NSF" -> items("NSF", fiche.nsf::add);
      case "CODES_ROME" -> items("ROME", fiche.rome::add);
      case "BLOCS_COMPETENCES" -> items("BLOC_COMPETENCES", fiche.blocks::add);
      case "ANCIENNES_CERTIFICATIONS" ->
          // Named an id, it holds a number.
          each("ANCIENNE_CERTIFICATION", "ID_FICHE_ANCIENNE_CERTIFICATION", fiche.older::add);
      case "NOUVELLES_CERTIFICATIONS" ->
          each("NOUVELLE_CERTIFICATION", "ID_FICHE_NOUVELLE_CERTIFICATION", fiche.newer::add);
      default -> xml.skip();
    }
  }

  private void way(Fiche fiche, String name) throws XMLStreamException {
    Cell active = XmlCursor.get(xml.fields(Set.of("ACTIF")), "ACTIF");
    if (words.flag(fiche.number.text() + ", " + name, active).equals("true")) {
      fiche.ways.add(WAYS.getOrDefault(name, name));
    }
  }

  /** Names only: the SIRET of a certifying body may be that of a person. */
  private void certifiers(Fiche fiche) throws XMLStreamException {
    xml.list(
        "CERTIFICATEUR",
        Set.of("NOM_CERTIFICATEUR", "ETAT_CERTIFICATEUR"),
        fields -> {
          Cell name = XmlCursor.get(fields, "NOM_CERTIFICATEUR");
          if (XmlCursor.get(fields, "ETAT_CERTIFICATEUR").text().equals("Inactif")) {
            findings.repaired("certificateur à l'état Inactif, non repris", name.place());
          } else if (!name.isEmpty()) {
            fiche.certifiers.add(words.line(name.text(), name.place()));
          }
        });
  }

  private void items(String name, Consumer<Item> items) throws XMLStreamException {
    xml.list(
        name,
        Set.of("CODE", "LIBELLE"),
        fields -> {
          Cell code = XmlCursor.get(fields, "CODE");
          String label = XmlCursor.get(fields, "LIBELLE").text();
          String place = code.isEmpty() ? xml.place() : code.place();
          items.accept(new Item(code.text(), words.label(code.text(), label, place), place));
        });
  }

  private void each(String name, String field, Consumer<Cell> cells) throws XMLStreamException {
    xml.list(
        name,
        Set.of(field),
        fields -> {
          Cell cell = XmlCursor.get(fields, field);
          if (!cell.isEmpty()) {
            cells.accept(cell);
          }
        });
  }
}
