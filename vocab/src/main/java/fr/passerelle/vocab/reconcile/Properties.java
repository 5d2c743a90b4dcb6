package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Folding;
import fr.passerelle.vocab.skos.TermName;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The properties that concepts have, by identifier, those of most use first. Links and attributes
 * have the names of the own vocabulary; what is derived has that of GraphQL.
 */
public final class Properties {
  static final String CODE = "code";
  static final String PREF_LABEL = "prefLabel";
  static final String ALT_LABEL = "altLabel";
  static final String BROADER = "broader";
  static final String LEVEL = "level";

  /** What published correspondences join to a vocabulary, e.g. {@code mapping:rome-3}. */
  static final String MAPPING = "mapping:";

  /** Concepts that are looked at to know which properties a type has. */
  private static final int SAMPLE = 400;

  private final Snapshot snapshot;
  private final Uris uris;
  private final Map<String, EntityProperty> all = new LinkedHashMap<>();

  /** The properties of what is published. */
  public Properties(Snapshot snapshot, Uris uris) {
    this.snapshot = snapshot;
    this.uris = uris;
    addOwn();
    addNear();
    addDerived();
    addMappings();
    addLinks();
    addAttributes();
  }

  /** The property of that identifier. */
  public Optional<EntityProperty> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /** Identifiers of all of them. */
  public Set<String> ids() {
    return all.keySet();
  }

  /** Properties whose identifier or name holds what is typed, all for nothing, in order. */
  public List<EntityProperty> typed(String prefix) {
    String folded = Folding.of(prefix);
    String start = prefix.strip();
    return all.values().stream()
        .filter(each ->
            each.id().startsWith(start)
                || TypeList.holds(each.fr(), folded)
                || TypeList.holds(each.en(), folded))
        .toList();
  }

  /**
   * Properties that entities of that type have.
   *
   * @param type the type; empty for any
   * @param scheme the only vocabulary; empty for all
   */
  public List<EntityProperty> of(Optional<EntityType> type, Optional<PublishedScheme> scheme) {
    List<Concept> looked = sample(type, scheme);
    return all.values().stream()
        .filter(each ->
            looked.stream().anyMatch(one -> each.values(snapshot, one).findAny().isPresent()))
        .toList();
  }

  /** Some of them, from all over the list: to look at all would take a second. */
  private List<Concept> sample(Optional<EntityType> type, Optional<PublishedScheme> scheme) {
    Stream<PublishedScheme> schemes =
        scheme.isPresent() ? scheme.stream() : snapshot.schemes().stream();
    List<Concept> concepts =
        schemes
            .filter(each ->
                type.filter(
                        one -> !one.scheme().isEmpty() && !one.scheme().equals(each.scheme().id()))
                    .isEmpty())
            .flatMap(each -> each.scheme().concepts().stream())
            .filter(each -> type.filter(one -> !one.holds(each)).isEmpty())
            .toList();
    int step = Math.max(1, concepts.size() / SAMPLE);
    return Stream.iterate(0, at -> at < concepts.size(), at -> at + step)
        .map(concepts::get)
        .toList();
  }

  private void add(String id, String fr, String en, String about, EntityProperty.Reading reading) {
    all.put(id, EntityProperty.of(id, fr, en, about, reading));
  }

  private void addOwn() {
    add(
        CODE,
        "code",
        "code",
        "Code dans son vocabulaire.",
        (state, each) -> Readings.texts(Stream.of(each.code())));
    add(
        "uri",
        "URI",
        "URI",
        "Nom pérenne, à citer.",
        (state, each) -> Readings.texts(Stream.of(uri(each))));
    add(
        PREF_LABEL,
        "libellé",
        "preferred label",
        "Libellé préféré.",
        (state, each) -> Readings.labels(each.prefLabels().stream()));
    add(
        ALT_LABEL,
        "autres libellés",
        "other labels",
        "Autres libellés publiés ; d'une fiche métier, ses appellations.",
        (state, each) -> Readings.labels(each.altLabels().stream()));
    add(
        "definition",
        "définition",
        "definition",
        "Définition du producteur.",
        (state, each) -> Readings.notes(each, Note.Kind.DEFINITION));
    add(
        "type",
        "type de notion",
        "type of concept",
        "Ce qu'elle est dans son vocabulaire.",
        (state, each) -> Readings.texts(Stream.of(each.type().label())));
    add(
        "status",
        "statut",
        "status",
        "En usage, retiré, ou seulement cité par une source.",
        (state, each) -> Readings.texts(Stream.of(Wording.of(each.status()))));
    add(
        "vocab",
        "vocabulaire",
        "vocabulary",
        "Identifiant de son vocabulaire, par exemple rome-4.",
        (state, each) -> Readings.texts(Stream.of(each.ref().scheme())));
  }

  private void addNear() {
    add(
        BROADER,
        "notion plus large",
        "broader",
        "Juste au-dessus ; pour préciser : à tout niveau.",
        (state, each) -> Readings.links(state, each, Link.Kind.BROADER));
    add("narrower", "notions plus étroites", "narrower", "Juste au-dessous.", Readings::narrower);
    add("related", "notions associées", "related", "Sans hiérarchie.", Readings::related);
    add(
        LEVEL,
        "niveau",
        "level",
        "Niveau d'une certification ou d'un diplôme, nomenclature comprise.",
        Readings::level);
    add(
        "replacedBy",
        "remplacé par",
        "replaced by",
        "Ce qui remplace une notion retirée ou close.",
        (state, each) -> Readings.links(state, each, Link.Kind.REMPLACE_PAR));
    add(
        "bloc",
        "blocs de compétences",
        "blocks of skills",
        "Parties d'une certification.",
        (state, each) -> Readings.links(state, each, Link.Kind.BLOC));
  }

  private void addDerived() {
    Set<ConceptType> certified = EnumSet.of(ConceptType.CERTIFICATION, ConceptType.DIPLOME);
    add(
        "romeSheets",
        "fiches ROME",
        "ROME sheets",
        "Métiers visés, de l'édition que cite le registre (ROME 3).",
        (state, each) -> Readings.mapped(state, each, Set.of(ConceptType.FICHE_METIER)));
    add(
        "formacodeTerms",
        "termes Formacode",
        "Formacode terms",
        "Domaines de formation, de l'édition que cite la source.",
        (state, each) -> Readings.mapped(state, each, Set.of(ConceptType.TERME_FORMACODE)));
    add(
        "certifications",
        "certifications",
        "certifications",
        "Certifications et diplômes indexés sur cette notion même.",
        (state, each) -> Readings.mapped(state, each, certified));
    add(
        "certificationsOfV3Parent",
        "certifications de la fiche ROME 3 parente",
        "certifications of the ROME 3 parent",
        "Une fiche parente a pu être partagée : à vérifier une à une.",
        (state, each) -> Readings.entities(state, state.certificationsOfV3Parents(each)));
    add(
        "occupations",
        "métiers",
        "occupations",
        "Fiches ROME qui appellent la compétence, le savoir... ; d'une appellation, sa fiche.",
        Readings::occupations);
  }

  private void addMappings() {
    Set<String> schemes = new TreeSet<>();
    snapshot
        .correspondences()
        .forEach(each -> {
          schemes.add(each.correspondence().source());
          schemes.add(each.correspondence().target());
        });
    for (String scheme : schemes) {
      all.put(
          MAPPING + scheme,
          new EntityProperty(
              MAPPING + scheme,
              "correspondance : " + scheme,
              "mapping: " + scheme,
              "Ce que les correspondances publiées y joignent, dans un sens ou dans l'autre.",
              Optional.of(EntityType.of(scheme)),
              (state, each) -> Readings.mapped(state, each, scheme)));
    }
  }

  private void addLinks() {
    for (Link.Kind kind : Link.Kind.values()) {
      TermName.of(kind)
          .ifPresent(name -> add(name, (state, each) -> Readings.links(state, each, kind)));
    }
  }

  private void addAttributes() {
    for (Property property : Property.values()) {
      TermName.find(property.id())
          .ifPresent(name -> add(name, (state, each) -> Readings.property(each, property)));
    }
  }

  private void add(TermName name, EntityProperty.Reading reading) {
    all.putIfAbsent(
        name.id(), EntityProperty.of(name.id(), name.fr(), name.en(), name.comment(), reading));
  }

  private String uri(Concept concept) {
    return snapshot
        .findScheme(concept.ref().scheme())
        .map(scheme -> uris.concept(scheme.release().release().edition(), concept.ref()))
        .orElse("");
  }
}
