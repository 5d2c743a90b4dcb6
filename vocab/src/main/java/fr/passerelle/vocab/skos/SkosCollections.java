package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Newcomer;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.ForeignNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.vocabulary.DC;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The collections of a file, each in the edition of the scheme that it says, else of its first
 * member. Nothing is a collection and a concept, or a scheme (SKOS S37), be it by a relation that
 * only concepts have.
 */
final class SkosCollections {
  private final SkosGraph graph;
  private final Findings findings;
  private final Uris uris;
  private final SkosConcepts concepts;
  private final Set<String> schemes;
  private final Set<String> all;

  SkosCollections(
      SkosGraph graph, Findings findings, Uris uris, SkosConcepts concepts, Set<String> schemes) {
    this.graph = graph;
    this.findings = findings;
    this.uris = uris;
    this.concepts = concepts;
    this.schemes = schemes;
    this.all = new TreeSet<>(graph.ofType(SKOS.Collection.asNode()));
    all.addAll(graph.ofType(SKOS.OrderedCollection.asNode()));
    all.addAll(graph.having(SKOS.member));
    all.addAll(graph.having(SKOS.memberList));
    if (graph.hasUnnamed(SKOS.Collection.asNode())) {
      findings.remark("des collections sans URI ne sont pas reprises ; les nommer");
    }
    Set<String> known = graph.ofType(SKOS.Concept.asNode());
    all.forEach(each -> checkDisjoint(each, known));
  }

  private void checkDisjoint(String uri, Set<String> known) {
    if (known.contains(uri) || schemes.contains(uri)) {
      String other = known.contains(uri) ? "un concept" : "un schéma";
      refuseBoth(uri, "à la fois collection et " + other);
    } else if (graph.isRelated(uri)) {
      refuseBoth(uri, "une collection n'a pas de relation de concept (broader, related, Match...)");
    }
  }

  private void refuseBoth(String uri, String message) {
    findings.refused(graph.place(uri), "S37", message + " (SKOS S37) ; choisir");
  }

  /** The collections of that scheme's edition; what they cite of elsewhere becomes a stub. */
  List<Collection> of(
      String scheme, Correspondence.Author author, ForeignNames names, Stubs stubs) {
    Reading reading = new Reading(SkosConcepts.schemeId(scheme), names, stubs);
    List<Collection> made = new ArrayList<>();
    for (String uri : all) {
      if (schemeOf(uri).equals(scheme)) {
        collection(uri, author, reading).ifPresent(made::add);
      }
    }
    return made;
  }

  private String schemeOf(String uri) {
    return graph.objects(uri, SKOS.inScheme).stream()
        .filter(schemes::contains)
        .findFirst()
        .or(() -> schemeOfMember(uri))
        .orElseGet(() -> schemes.iterator().next());
  }

  private Optional<String> schemeOfMember(String uri) {
    return graph.objects(uri, SKOS.member).stream()
        .flatMap(member -> concepts.find(member).stream())
        .flatMap(ref ->
            schemes.stream().filter(each -> SkosConcepts.schemeId(each).equals(ref.scheme())))
        .findFirst();
  }

  private Optional<Collection> collection(
      String uri, Correspondence.Author author, Reading reading) {
    checkLabels(uri);
    Optional<String> label = graph.title(uri, SKOS.prefLabel, RDFS.label, DCTerms.title);
    Optional<List<String>> list = graph.list(uri, SKOS.memberList);
    boolean ordered = list.filter(each -> !each.isEmpty()).isPresent();
    Set<String> members = new LinkedHashSet<>(list.orElse(List.of()));
    if (members.addAll(graph.objects(uri, SKOS.member)) && ordered) {
      findings.repaired("membre hors de la liste ordonnée, mis à la fin", graph.place(uri));
    }
    Set<ConceptRef> refs = new LinkedHashSet<>();
    reading.add(uri, members, new LinkedHashSet<>(Set.of(uri)), refs);
    if (label.isEmpty() || refs.isEmpty()) {
      findings.refused(graph.place(uri), "collection", "une collection a un nom et des membres");
      return Optional.empty();
    }
    Optional<String> creator = graph.agent(uri, DCTerms.creator, DC.creator);
    return Optional.of(
        new Collection(
            creator
                .map(name -> new Correspondence.Author(Newcomer.slug(name), name))
                .orElse(author),
            SkosConcepts.schemeId(uri),
            label.get(),
            graph
                .title(uri, SKOS.definition, SKOS.scopeNote, SKOS.note, DCTerms.description)
                .orElse(""),
            isOurs(uri) ? "" : uri,
            ordered,
            List.copyOf(refs)));
  }

  private void checkLabels(String uri) {
    List<Label> labels = graph.texts(uri, SKOS.prefLabel);
    long languages = labels.stream().map(Label::lang).distinct().count();
    if (languages < labels.size()) {
      findings.refused(
          graph.place(uri), "S14", "plusieurs skos:prefLabel dans une langue (SKOS S14)");
    } else if (languages > 1) {
      findings.repaired(
          "noms d'une collection en plusieurs langues, le français gardé", graph.place(uri));
    }
  }

  private boolean isOurs(String uri) {
    return uri.startsWith(uris.nationalBase() + "/id/collection/")
        || uri.startsWith(uris.regionalBase() + "/id/collection/");
  }

  /** Members found while the collections of one edition are read. */
  private final class Reading {
    private final String edition;
    private final ForeignNames names;
    private final Stubs stubs;

    Reading(String edition, ForeignNames names, Stubs stubs) {
      this.edition = edition;
      this.names = names;
      this.stubs = stubs;
    }

    /** Members, those of a collection within it in its place. */
    void add(String uri, Set<String> members, Set<String> within, Set<ConceptRef> refs) {
      for (String member : members) {
        if (!all.contains(member)) {
          find(member, graph.place(uri)).ifPresent(refs::add);
        } else if (within.add(member)) {
          findings.repaired("collection dans une collection, ses membres repris", graph.place(uri));
          Set<String> inner =
              new LinkedHashSet<>(graph.list(member, SKOS.memberList).orElse(List.of()));
          inner.addAll(graph.objects(member, SKOS.member));
          add(member, inner, within, refs);
        }
      }
    }

    private Optional<ConceptRef> find(String member, String place) {
      Optional<ConceptRef> inFile = concepts.find(member);
      Optional<ConceptRef> found = inFile.isPresent() ? inFile : names.find(member, place);
      if (inFile.isEmpty() && found.filter(ref -> ref.scheme().equals(edition)).isPresent()) {
        findings.refused(place, "dangling-member", "membre absent du schéma <" + member + ">");
        return Optional.empty();
      }
      return found.map(ref -> ref.scheme().equals(edition) ? ref : cite(ref, inFile.isPresent()));
    }

    private ConceptRef cite(ConceptRef ref, boolean inFile) {
      return stubs.cite(ref, ConceptType.CONCEPT, "", inFile ? "" : names.uri(ref));
    }
  }
}
