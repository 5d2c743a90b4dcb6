package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Newcomer;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.source.Findings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;

/** The concepts of the schemes of a file, their names first, then what is said of each. */
final class SkosConcepts {
  private static final Map<Note.Kind, org.apache.jena.rdf.model.Property> NOTES =
      new LinkedHashMap<>();

  static {
    NOTES.put(Note.Kind.DEFINITION, SKOS.definition);
    NOTES.put(Note.Kind.SCOPE_NOTE, SKOS.scopeNote);
    NOTES.put(Note.Kind.NOTE, SKOS.note);
    NOTES.put(Note.Kind.HISTORY_NOTE, SKOS.historyNote);
    NOTES.put(Note.Kind.CHANGE_NOTE, SKOS.changeNote);
    NOTES.put(Note.Kind.EDITORIAL_NOTE, SKOS.editorialNote);
    NOTES.put(Note.Kind.EXAMPLE, SKOS.example);
  }

  private final SkosGraph graph;
  private final Findings findings;
  private final Uris uris;
  private final SortedMap<String, ConceptRef> refs = new TreeMap<>();
  private final SkosHierarchy hierarchy = new SkosHierarchy();

  SkosConcepts(SkosGraph graph, Findings findings, Uris uris, Set<String> schemes) {
    this.graph = graph;
    this.findings = findings;
    this.uris = uris;
    Map<ConceptRef, String> taken = new HashMap<>();
    for (String concept : graph.ofType(SKOS.Concept.asNode())) {
      name(concept, schemes, taken);
    }
    refs.keySet().forEach(this::place);
    refuseCycles();
  }

  /** Identifier of a scheme: the last segment of its URI. */
  static String schemeId(String uri) {
    return Newcomer.slug(last(uri));
  }

  private static String last(String uri) {
    String whole = uri.replaceAll("[/#]+$", "");
    return whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('#')) + 1);
  }

  private void name(String concept, Set<String> schemes, Map<ConceptRef, String> taken) {
    Optional<String> scheme = schemeOf(concept, schemes);
    if (scheme.isEmpty()) {
      findings.refused(
          graph.place(concept), "scheme", "concept d'aucun des schémas du fichier (skos:inScheme)");
      return;
    }
    String code = code(concept);
    ConceptRef ref = new ConceptRef(schemeId(scheme.get()), code);
    String before = taken.putIfAbsent(ref, concept);
    if (!ConceptRef.isCode(code)) {
      findings.refused(
          graph.place(concept), "code", "code « " + code + " » impropre à une URI ; le corriger");
    } else if (before != null) {
      findings.refused(
          graph.place(concept),
          "duplicate-code",
          "même code « " + code + " » que <" + before + ">");
    } else {
      refs.put(concept, ref);
    }
  }

  private Optional<String> schemeOf(String concept, Set<String> schemes) {
    Set<String> said = new TreeSet<>(graph.objects(concept, SKOS.inScheme, SKOS.topConceptOf));
    said.addAll(graph.subjects(concept, SKOS.hasTopConcept));
    boolean silent = said.isEmpty();
    said.retainAll(schemes);
    if (silent && schemes.size() == 1) {
      findings.repaired(
          "concept sans skos:inScheme, rattaché au seul schéma", graph.place(concept));
      return schemes.stream().findFirst();
    }
    if (said.size() > 1) {
      findings.repaired(
          "concept de plusieurs schémas, gardé dans le premier", graph.place(concept));
    }
    return said.stream().findFirst();
  }

  private String code(String concept) {
    List<String> notations = graph.values(concept, SKOS.notation);
    if (notations.size() > 1) {
      findings.repaired("plusieurs notations, la première gardée", graph.place(concept));
    }
    return notations.isEmpty() ? decoded(last(concept)) : notations.getFirst();
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment; // a percent sign that encodes nothing: refused as a code
    }
  }

  /** Broader, and narrower the other way round, are one statement (SKOS S25). */
  private void place(String concept) {
    Set<String> above = new TreeSet<>(graph.objects(concept, SKOS.broader));
    above.addAll(graph.subjects(concept, SKOS.narrower));
    for (String each : above) {
      if (areOfOneScheme(concept, each)) {
        hierarchy.add(concept, each);
      } else if (!refs.containsKey(each)) {
        findings.refused(
            graph.place(concept),
            "dangling-link",
            "skos:broader vers un concept absent <" + each + ">");
      } else {
        findings.refused(
            graph.place(concept),
            "scheme",
            "skos:broader vers un autre schéma <" + each + "> ; dire skos:broadMatch");
      }
    }
  }

  private boolean areOfOneScheme(String one, String other) {
    ConceptRef of = refs.get(one);
    ConceptRef to = refs.get(other);
    return of != null && to != null && of.scheme().equals(to.scheme());
  }

  private void refuseCycles() {
    for (List<String> cycle : hierarchy.cycles()) {
      findings.refused(
          graph.place(cycle.getFirst()),
          "cycle",
          "boucle de skos:broader : " + said(cycle) + " ; rompre la boucle");
    }
  }

  private String said(List<String> path) {
    return path.stream()
        .map(uri -> Optional.ofNullable(refs.get(uri)).map(ConceptRef::code).orElse(uri))
        .collect(Collectors.joining(" > "));
  }

  /** The concept of that URI in the file. */
  Optional<ConceptRef> find(String uri) {
    return Optional.ofNullable(refs.get(uri));
  }

  /** The concepts of one scheme, their matches handed on. */
  Scheme scheme(String uri, Edition edition, SkosMatches matches) {
    List<Concept> concepts = new ArrayList<>();
    refs.forEach((concept, ref) -> {
      if (ref.scheme().equals(schemeId(uri))) {
        matches.read(concept, ref);
        concept(concept, ref).ifPresent(concepts::add);
      }
    });
    return Scheme.of(edition.id(), edition.title(), concepts);
  }

  private Optional<Concept> concept(String uri, ConceptRef ref) {
    List<Label> preferred = graph.texts(uri, SKOS.prefLabel);
    Map<String, List<Label>> byLanguage =
        preferred.stream().collect(Collectors.groupingBy(Label::lang));
    byLanguage.forEach((lang, labels) -> {
      if (labels.size() > 1) {
        findings.refused(
            graph.place(uri),
            "S14",
            "plusieurs skos:prefLabel en « "
                + lang
                + " » : "
                + labels.stream().map(Label::text).collect(Collectors.joining(" | "))
                + " (SKOS S14) ; en garder un");
      }
    });
    if (preferred.isEmpty()) {
      findings.refused(graph.place(uri), "label", "concept sans skos:prefLabel");
    }
    if (preferred.isEmpty() || byLanguage.size() < preferred.size()) {
      return Optional.empty();
    }
    List<Label> others = labels(uri, SKOS.altLabel, preferred);
    List<Label> known = new ArrayList<>(preferred);
    known.addAll(others);
    boolean deprecated = graph.value(uri, OWL2.deprecated).filter(SkosConcepts::isTrue).isPresent();
    return Optional.of(
        new Concept(
            ref,
            ConceptType.CONCEPT,
            deprecated ? Status.RETIRED : Status.CURRENT,
            preferred,
            others,
            labels(uri, SKOS.hiddenLabel, known),
            notes(uri),
            links(uri, ref),
            uris.find(uri).isPresent() ? Map.of() : Map.of(Property.URI_ORIGINE, uri),
            Concept.History.NONE));
  }

  private static boolean isTrue(String value) {
    return value.equals("true") || value.equals("1");
  }

  /** Labels of that property; one that repeats another is dropped and counted (SKOS S13). */
  private List<Label> labels(
      String uri, org.apache.jena.rdf.model.Property property, List<Label> known) {
    List<Label> labels = new ArrayList<>();
    for (Label label : graph.texts(uri, property)) {
      if (known.stream().anyMatch(label::sameWords)) {
        findings.repaired(
            "autre libellé identique au préféré, retiré (SKOS S13)", graph.place(uri));
      } else {
        labels.add(label);
      }
    }
    return labels;
  }

  private List<Note> notes(String uri) {
    List<Note> notes = new ArrayList<>();
    NOTES.forEach((kind, property) ->
        graph
            .texts(uri, property)
            .forEach(text -> notes.add(new Note(kind, text.text(), text.lang()))));
    return notes;
  }

  private List<Link> links(String uri, ConceptRef ref) {
    List<Link> links = new ArrayList<>();
    hierarchy.above(uri).stream()
        .flatMap(each -> find(each).stream())
        .forEach(target -> links.add(Link.of(Link.Kind.BROADER, target)));
    Set<String> related = new TreeSet<>(graph.objects(uri, SKOS.related));
    related.addAll(graph.subjects(uri, SKOS.related));
    related.forEach(each -> related(uri, each).ifPresent(links::add));
    for (String each : graph.objects(uri, DCTerms.isReplacedBy)) {
      Optional<ConceptRef> target = find(each);
      if (target.filter(to -> to.scheme().equals(ref.scheme())).isPresent()) {
        links.add(Link.of(Link.Kind.REMPLACE_PAR, target.get()));
      } else {
        findings.repaired("remplaçant hors du schéma, non repris", graph.place(uri));
      }
    }
    return links;
  }

  private Optional<Link> related(String uri, String other) {
    if (uri.equals(other)) {
      findings.repaired("concept associé à lui-même, lien retiré", graph.place(uri));
      return Optional.empty();
    }
    if (!areOfOneScheme(uri, other)) {
      findings.refused(
          graph.place(uri),
          "dangling-link",
          "skos:related vers un concept d'ailleurs ou absent <" + other + "> ; dire relatedMatch");
      return Optional.empty();
    }
    Optional<List<String>> path = hierarchy.path(uri, other);
    if (path.isPresent()) {
      findings.refused(
          graph.place(uri),
          "S27",
          "à la fois associé et ancêtre : " + said(path.get()) + " (SKOS S27) ; choisir");
      return Optional.empty();
    }
    return find(other).map(target -> Link.of(Link.Kind.RELATED, target));
  }
}
