package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.ExactMatches;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.ForeignNames;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.SKOS;

/** The skos:*Match statements of the concepts of a scheme, as correspondences of its author. */
final class SkosMatches {
  private static final String METHOD = "Relations skos:*Match du fichier SKOS de l'auteur";

  /** Kept first where SKOS lets two relations stand together: the one that says most. */
  private static final List<Predicate> MOST_SAID =
      List.of(
          Predicate.EXACT_MATCH,
          Predicate.BROAD_MATCH,
          Predicate.NARROW_MATCH,
          Predicate.CLOSE_MATCH,
          Predicate.RELATED_MATCH);

  private static final Set<Predicate> NOT_WITH_EXACT =
      EnumSet.of(Predicate.BROAD_MATCH, Predicate.NARROW_MATCH, Predicate.RELATED_MATCH);

  private final SkosGraph graph;
  private final Findings findings;
  private final ForeignNames names;
  private final SkosConcepts concepts;
  private final ExactMatches exact = new ExactMatches();
  private final Stubs stubs;
  private final SortedMap<String, List<Pair>> pairs = new TreeMap<>();

  /**
   * @param stubs receives what is matched
   */
  SkosMatches(
      SkosGraph graph, Findings findings, ForeignNames names, SkosConcepts concepts, Stubs stubs) {
    this.stubs = stubs;
    this.graph = graph;
    this.findings = findings;
    this.names = names;
    this.concepts = concepts;
  }

  /** What the file says of a concept and those of other schemes, read from it. */
  void read(String uri, ConceptRef from) {
    SortedMap<String, Set<Predicate>> said = new TreeMap<>();
    for (Predicate predicate : Predicate.values()) {
      var property = ResourceFactory.createProperty(SKOS.uri, predicate.id());
      for (String other : graph.objects(uri, property)) {
        said.computeIfAbsent(other, key -> EnumSet.noneOf(Predicate.class)).add(predicate);
      }
    }
    said.forEach((other, predicates) -> pair(uri, from, other, predicates));
  }

  private void pair(String uri, ConceptRef from, String other, Set<Predicate> said) {
    String place = graph.place(uri);
    Optional<ConceptRef> to = concepts.find(other);
    if (to.isEmpty()) {
      to = names.find(other, place);
    }
    if (to.isEmpty()) {
      return;
    }
    if (to.get().scheme().equals(from.scheme())) {
      findings.refused(
          place, "scheme", from.code() + " et <" + other + "> sont du même schéma : pas de *Match");
      return;
    }
    if (said.contains(Predicate.EXACT_MATCH) && said.stream().anyMatch(NOT_WITH_EXACT::contains)) {
      findings.refused(
          place, "S46", words(said) + " à la fois vers <" + other + "> (SKOS S46) ; en garder un");
      return;
    }
    if (said.size() > 1) {
      findings.repaired("plusieurs relations d'une paire, la plus précise gardée", place);
    }
    Predicate kept = MOST_SAID.stream().filter(said::contains).findFirst().orElseThrow();
    if (kept == Predicate.EXACT_MATCH) {
      exact.add(from, to.get(), place);
    }
    stubs.cite(to.get(), ConceptType.CONCEPT, "", names.uri(to.get()));
    pairs
        .computeIfAbsent(to.get().scheme(), key -> new ArrayList<>())
        .add(made(from, to.get(), kept, place));
  }

  private static String words(Set<Predicate> said) {
    return said.stream().map(Predicate::id).collect(Collectors.joining(" et "));
  }

  /** SKOS names no reviewer, and an exactMatch needs one. */
  private Pair made(ConceptRef from, ConceptRef to, Predicate said, String place) {
    if (said != Predicate.EXACT_MATCH) {
      return Pair.of(from, to, said, Justification.UNSPECIFIED);
    }
    findings.repaired("exactMatch sans relecteur, publié comme closeMatch", place);
    return Pair.of(from, to, Predicate.CLOSE_MATCH, Justification.UNSPECIFIED)
        .commented("exactMatch dans la source, sans relecteur");
  }

  /** One correspondence for each scheme matched; mergers of concepts are refused. */
  List<Correspondence> correspondences(Correspondence.Author author) {
    exact.check(fault -> findings.refused(fault.place(), fault.rule(), fault.message()));
    List<Correspondence> all = new ArrayList<>();
    pairs.forEach((target, list) ->
        all.add(
            Correspondence.of(
                author,
                list.getFirst().from().scheme(),
                target,
                Correspondence.Versions.UNKNOWN,
                METHOD,
                list,
                List.of())));
    return all;
  }
}
