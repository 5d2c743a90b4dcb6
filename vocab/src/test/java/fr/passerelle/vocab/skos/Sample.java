package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Uris;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small release that holds at least one of everything the model can say. */
final class Sample {
  static final Uris URIS = new Uris("https://data.example.org", "https://region.example.org");
  static final String BASE = "https://data.example.org/id/vocab/";
  static final String NS = "https://data.example.org/ns#";

  /** A label that each syntax must escape in its own way. */
  static final String AWKWARD =
      "dit \"l'as\" <b> & ]]> \\ {é œ 😀}\u0001\u0000\uFFFE\uD800 :\r\nfin\t.";

  static final PublishedRelease RELEASE = published(Edition.ROME_4, false, schemes());
  static final Scheme ROME = RELEASE.release().schemes().getFirst();
  static final Inverse INVERSE = inverse(RELEASE);
  static final Skos SKOS = new Skos(URIS);

  private Sample() {}

  static PublishedRelease published(Edition edition, boolean sample, List<Scheme> schemes) {
    Release.Source source =
        new Release.Source("rome.zip", "0".repeat(64), LocalDate.of(2025, 9, 25), sample);
    Release release = Release.of(edition, "60", source, schemes);
    return new PublishedRelease(release, Licence.ETALAB_2_0, "1".repeat(64));
  }

  static Concept concept(String code) {
    return ROME.find(code).orElseThrow();
  }

  static Concept concept(
      String scheme, String code, ConceptType type, Status status, String label, Link... links) {
    return new Concept(
        new ConceptRef(scheme, code),
        type,
        status,
        List.of(Label.fr(label)),
        List.of(),
        List.of(Label.fr("MOT CACHE " + code)),
        List.of(),
        List.of(links),
        Map.of(),
        Concept.History.NONE);
  }

  static Link broader(String scheme, String code) {
    return Link.of(Link.Kind.BROADER, new ConceptRef(scheme, code));
  }

  private static String value(Property.Kind kind) {
    return switch (kind) {
      case TEXT -> "du texte";
      case BOOLEAN -> "true";
      case DATE -> "2025-09-18";
    };
  }

  static Inverse inverse(PublishedRelease published) {
    Map<ConceptRef, List<Link>> inverse = new HashMap<>();
    for (Scheme scheme : published.release().schemes()) {
      for (Concept concept : scheme.concepts()) {
        for (Link link : concept.links()) {
          inverse
              .computeIfAbsent(link.target(), target -> new ArrayList<>())
              .add(new Link(link.kind(), concept.ref(), link.mark(), link.order()));
        }
      }
    }
    return target -> inverse.getOrDefault(target, List.of());
  }

  private static List<Scheme> schemes() {
    List<Concept> rome = new ArrayList<>(ofEachType());
    rome.add(concept("rome-4", "M", ConceptType.GRAND_DOMAINE, Status.CURRENT, "Support"));
    rome.add(
        concept(
            "rome-4",
            "M18",
            ConceptType.DOMAINE_PROFESSIONNEL,
            Status.CURRENT,
            "Informatique",
            broader("rome-4", "M")));
    rome.add(occupation());
    rome.add(
        concept(
            "rome-4",
            "M1801",
            ConceptType.FICHE_METIER,
            Status.RETIRED,
            "Administration",
            broader("rome-4", "M18")));
    rome.add(concept("rome-4", "M1899", ConceptType.FICHE_METIER, Status.REFERENCED, "Non reçue"));
    rome.add(concept("rome-4", "Été/à.b", ConceptType.THEME, Status.CURRENT, AWKWARD));
    Concept department =
        concept(
            "departement",
            "67",
            ConceptType.DEPARTEMENT,
            Status.CURRENT,
            "Bas-Rhin",
            broader("region", "44"));
    Concept region = concept("region", "44", ConceptType.REGION, Status.CURRENT, "Grand Est");
    return List.of(
        Scheme.of("rome-4", "ROME 4.0", rome),
        Scheme.of("departement", "Départements", List.of(department)),
        Scheme.of("region", "Régions", List.of(region)));
  }

  private static List<Concept> ofEachType() {
    return Arrays.stream(ConceptType.values())
        .map(type -> concept("rome-4", "T-" + type.id(), type, Status.CURRENT, type.label()))
        .toList();
  }

  private static Concept occupation() {
    Map<Property, String> properties = new EnumMap<>(Property.class);
    for (Property property : Property.values()) {
      properties.put(property, value(property.kind()));
    }
    return new Concept(
        new ConceptRef("rome-4", "M1805"),
        ConceptType.FICHE_METIER,
        Status.CURRENT,
        List.of(Label.fr("Études et développement"), new Label("Software development", "en")),
        List.of(Label.fr("Développeur"), Label.fr("Analyste"), Label.fr("Développeur\u0002")),
        List.of(Label.fr("DEVELOPPEUR")),
        Arrays.stream(Note.Kind.values()).map(kind -> new Note(kind, kind + ".", "fr")).toList(),
        links(),
        properties,
        new Concept.History("40", "58", "60"));
  }

  private static List<Link> links() {
    Stream<Link> plain =
        Arrays.stream(Link.Kind.values())
            .filter(kind -> kind != Link.Kind.BROADER)
            .map(kind -> Link.of(kind, new ConceptRef("rome-4", "T-competence")));
    Stream<Link> others =
        Stream.of(
            broader("rome-4", "M18"),
            link(Link.Kind.COMPETENCE, "T-savoir", Link.Mark.PRINCIPALE, 3),
            link(Link.Kind.COMPETENCE, "T-theme", Link.Mark.EMERGENTE, 0),
            link(Link.Kind.SAVOIR, "Été/à.b", Link.Mark.NONE, 2),
            Link.of(Link.Kind.RELATED, new ConceptRef("region", "44")),
            Link.of(Link.Kind.PARENT_V3, new ConceptRef("rome-3", "M1805")));
    return Stream.concat(plain, others).toList();
  }

  private static Link link(Link.Kind kind, String code, Link.Mark mark, int order) {
    return new Link(kind, new ConceptRef("rome-4", code), mark, order);
  }
}
