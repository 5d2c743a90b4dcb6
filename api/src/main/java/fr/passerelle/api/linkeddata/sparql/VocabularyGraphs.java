package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.linkeddata.sparql.store.GraphSource;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.ReleaseLinks;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.skos.Skos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/** The graphs of vocabularies: one an edition, one a correspondence, one of our own terms. */
final class VocabularyGraphs {
  private final Snapshot snapshot;
  private final Uris uris;
  private final Skos skos;

  VocabularyGraphs(Snapshot snapshot, Uris uris) {
    this.snapshot = snapshot;
    this.uris = uris;
    this.skos = new Skos(uris);
  }

  List<PublishedGraph> list() {
    List<PublishedGraph> graphs = new ArrayList<>();
    snapshot.releases().forEach(each -> graphs.add(edition(each)));
    snapshot.correspondences().forEach(each -> graphs.add(correspondence(each)));
    graphs.add(
        new PublishedGraph(
            new GraphSource(uris.nationalBase() + "/ns", "", () -> Stream.of(skos.ontology())),
            "Termes de la passerelle",
            List.of(),
            List.of(),
            Optional.of(uris.nationalBase() + "/ns.ttl")));
    return graphs;
  }

  private PublishedGraph edition(PublishedRelease release) {
    Edition edition = release.release().edition();
    String name = uris.scheme(edition, edition.id());
    return new PublishedGraph(
        new GraphSource(name, version(release), () -> parts(release)),
        edition.title(),
        List.of(release.citation()),
        List.of(release.licence()),
        snapshot.findScheme(edition.id()).map(each -> dump("vocab/" + edition.id(), edition)));
  }

  private PublishedGraph correspondence(PublishedCorrespondence by) {
    PublishedRelease release = by.release();
    Edition edition = release.release().edition();
    String version = String.join("/", release.hash(), release.licence().code(), release.citation());
    return new PublishedGraph(
        new GraphSource(
            uris.correspondence(edition, by.correspondence()),
            version,
            () -> skos.parts(release, by.correspondence())),
        by.correspondence().title(),
        List.of(release.citation()),
        List.of(release.licence()),
        Optional.of(dump("correspondence/" + by.correspondence().id(), edition)));
  }

  private String dump(String name, Edition edition) {
    String base = edition.national() ? uris.nationalBase() : uris.regionalBase();
    return base + "/data/" + name + ".nt";
  }

  private Stream<List<Triple>> parts(PublishedRelease release) {
    ReleaseLinks links = ReleaseLinks.of(release.release());
    return release.release().schemes().stream()
        .flatMap(scheme ->
            skos.parts(
                release,
                scheme,
                scheme.concepts().stream().filter(each -> isShown(release, scheme, each)),
                links::inverse));
  }

  /** A stub steps back where another release states the concept itself. */
  private boolean isShown(PublishedRelease release, Scheme scheme, Concept concept) {
    return snapshot
        .findScheme(scheme.id())
        .map(each -> each.releaseOf(concept).release().edition())
        .filter(release.release().edition()::equals)
        .isPresent();
  }

  /** What a release says here depends on itself, and on which of its stubs step back. */
  private String version(PublishedRelease release) {
    List<ConceptRef> hidden = new ArrayList<>();
    for (Scheme scheme : release.release().schemes()) {
      for (Concept concept : scheme.concepts()) {
        if (!isShown(release, scheme, concept)) {
          hidden.add(concept.ref());
        }
      }
    }
    return String.join(
        "/",
        release.hash(),
        release.licence().code(),
        release.citation(),
        hidden.size() + "-" + hidden.hashCode());
  }
}
