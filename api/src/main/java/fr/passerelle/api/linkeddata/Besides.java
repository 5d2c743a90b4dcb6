package fr.passerelle.api.linkeddata;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Regional;
import fr.passerelle.vocab.skos.Beside;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside a concept in its document: collections it is in, what regions add. */
final class Besides {
  private Besides() {}

  static List<Beside> of(Snapshot snapshot, Concept concept) {
    Stream<Beside> annotated =
        snapshot.annotations(concept.ref()).stream()
            .map(each -> new Beside.Annotated(each.release(), each.annotation(), each.number()));
    Stream<Beside> varied =
        Regional.of(snapshot, concept).stream()
            .flatMap(each ->
                each.variant().stream().map(variant -> new Beside.Varied(each.release(), variant)));
    Stream<Beside> gathered =
        snapshot.collections(concept.ref()).stream()
            .map(each -> new Beside.InCollection(each.release(), each.collection()));
    return Stream.of(gathered, annotated, varied).flatMap(all -> all).toList();
  }
}
