package fr.passerelle.vocab;

import static fr.passerelle.vocab.ConceptType.APPELLATION;
import static fr.passerelle.vocab.ConceptType.COMPETENCE;
import static fr.passerelle.vocab.ConceptType.DOMAINE_FORMACODE;
import static fr.passerelle.vocab.ConceptType.DOMAINE_PROFESSIONNEL;
import static fr.passerelle.vocab.ConceptType.FICHE_METIER;
import static fr.passerelle.vocab.ConceptType.GRAND_DOMAINE;
import static fr.passerelle.vocab.ConceptType.SAVOIR;
import static fr.passerelle.vocab.ConceptType.SECTEUR_NAF;
import static fr.passerelle.vocab.ConceptType.TERME_FORMACODE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fixture vocabulary: a few occupations in the manner of ROME, a few training terms in the
 * manner of Formacode. Labels and texts are made up; only the shape is that of the real ones.
 */
public final class Fixture {
  /** An edition beside ROME. */
  public static final Edition FORMACODE =
      new Edition(
          "formacode-14",
          "Formacode 14",
          "Centre Inffo",
          "https://formacode.centre-inffo.fr/",
          true,
          "formacode-13");

  private static final String ROME = Edition.ROME_4.id();
  private static final String NAF = "rome-4-secteur-naf";

  private Fixture() {}

  /** A release with a retired concept, a stub, hidden labels, and a companion scheme. */
  public static Release rome() {
    List<Concept> concepts =
        Stream.of(domains(), sheets(), titles(), skills()).flatMap(List::stream).toList();
    Scheme main = Scheme.of(ROME, "ROME 4.0", concepts);
    Scheme sectors =
        Scheme.of(
            NAF,
            "Secteurs NAF",
            List.of(
                of(NAF, "10", SECTEUR_NAF, "Industries alimentaires"),
                of(NAF, "62", SECTEUR_NAF, "Programmation, conseil et autres activités")));
    return Release.of(Edition.ROME_4, "60", source("rome.zip"), List.of(main, sectors));
  }

  /** A release of another edition, with synonyms and a definition. */
  public static Release formacode() {
    String id = FORMACODE.id();
    Scheme scheme =
        Scheme.of(
            id,
            "Formacode 14",
            List.of(
                of(id, "210", DOMAINE_FORMACODE, "Agroalimentaire"),
                with(
                    under("210", of(id, "21528", TERME_FORMACODE, "Boulangerie", "Panification")),
                    "Apprendre à pétrir, façonner et cuire."),
                of(id, "30854", TERME_FORMACODE, "Développement web"),
                of(id, "31812", TERME_FORMACODE, "Conduite poids lourd", "Permis C")));
    return Release.of(FORMACODE, "14", source("formacode.zip"), List.of(scheme));
  }

  private static List<Concept> domains() {
    return List.of(
        of(ROME, "D", GRAND_DOMAINE, "Commerce, vente et grande distribution"),
        of(ROME, "M", GRAND_DOMAINE, "Support à l'entreprise"),
        under("D", of(ROME, "D11", DOMAINE_PROFESSIONNEL, "Commerce alimentaire")),
        under("M", of(ROME, "M12", DOMAINE_PROFESSIONNEL, "Comptabilité et gestion")),
        under("M", of(ROME, "M18", DOMAINE_PROFESSIONNEL, "Systèmes d’information")));
  }

  private static List<Concept> sheets() {
    Concept developer =
        sheet("M1805", "Développeur / Développeuse informatique", "Développeur / Développeuse web");
    return List.of(
        with(under("M18", developer), "Conçoit et écrit des logiciels."),
        with(
            under("D11", sheet("D1102", "Boulanger / Boulangère")),
            "Fabrique des pains et des viennoiseries."),
        sheet("K1304", "Aide à domicile", "Auxiliaire de vie"),
        sheet("F1704", "Manœuvre du bâtiment"),
        sheet("H2913", "Soudeur / Soudeuse"),
        hidden(
            sheet("N4101", "Conducteur routier / Conductrice routière", "Chauffeur poids lourd"),
            "camionneur"),
        under("M12", sheet("M1203", "Comptable", "Teneur / Teneuse de comptes")),
        sheet("K2503", "Agent / Agente de sécurité", "Chef / Cheffe d’équipe de sécurité"),
        sheet("J1501", "Aide-soignant / Aide-soignante"),
        status(sheet("M1801", "Développeur / Développeuse d'applications"), Status.RETIRED),
        status(sheet("H9999", "Soudeur-chaudronnier"), Status.REFERENCED));
  }

  private static List<Concept> titles() {
    return List.of(
        title("11573", "Boulanger / Boulangère", "D1102"),
        title("11574", "Boulanger-pâtissier / Boulangère-pâtissière", "D1102"),
        title("14154", "Développeur / Développeuse web", "M1805"),
        title("19364", "Soudeur / Soudeuse TIG (Tungsten Inert Gas)", "H2913"),
        title("12345", "Chauffeur / Chauffeuse poids lourd", "N4101"),
        title("12346", "Chef / Cheffe d’équipe de sécurité", "K2503"),
        title("13000", "Ingénieur / Ingénieure du son", "M1805"));
  }

  private static List<Concept> skills() {
    return List.of(
        of(ROME, "300100", COMPETENCE, "Pétrir, façonner et cuire du pain"),
        of(ROME, "300200", COMPETENCE, "Développer une application"),
        of(ROME, "400100", SAVOIR, "Langage C++"),
        of(ROME, "400200", SAVOIR, "Comptabilité générale"));
  }

  private static Concept sheet(String code, String label, String... others) {
    return of(ROME, code, FICHE_METIER, label, others);
  }

  private static Concept title(String code, String label, String sheet) {
    return under(sheet, of(ROME, code, APPELLATION, label));
  }

  /** A concept in use with French labels and nothing else. */
  public static Concept of(
      String scheme, String code, ConceptType type, String label, String... others) {
    return new Concept(
        new ConceptRef(scheme, code),
        type,
        Status.CURRENT,
        List.of(Label.fr(label)),
        Arrays.stream(others).map(Label::fr).toList(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Concept.History.NONE);
  }

  /** The same below another concept of its scheme. */
  public static Concept under(String broader, Concept c) {
    Link link = Link.of(Link.Kind.BROADER, new ConceptRef(c.ref().scheme(), broader));
    return copy(c, c.hiddenLabels(), c.notes(), List.of(link));
  }

  /** The same with a definition. */
  public static Concept with(Concept c, String definition) {
    Note note = new Note(Note.Kind.DEFINITION, definition, "fr");
    return copy(c, c.hiddenLabels(), List.of(note), c.links());
  }

  /** The same with a word that serves search only. */
  public static Concept hidden(Concept c, String word) {
    return copy(c, List.of(Label.fr(word)), c.notes(), c.links());
  }

  private static Concept status(Concept concept, Status status) {
    return concept.withHistory(status, concept.history());
  }

  private static Concept copy(
      Concept c, List<Label> hiddenLabels, List<Note> notes, List<Link> links) {
    return new Concept(
        c.ref(),
        c.type(),
        c.status(),
        c.prefLabels(),
        c.altLabels(),
        hiddenLabels,
        notes,
        links,
        c.properties(),
        c.history());
  }

  private static Release.Source source(String file) {
    return new Release.Source(file, "0".repeat(64), LocalDate.of(2026, 1, 15), false);
  }
}
