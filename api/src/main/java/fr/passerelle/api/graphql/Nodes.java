package fr.passerelle.api.graphql;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.catalog.studies.PublishedSeries;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.territory.Perimeter;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.store.StoredPerimeter;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Followed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects by their global identifiers (Relay, "Global Object Identification"). */
final class Nodes {
  private Nodes() {}

  /** Name of the type of an object. */
  static String type(@Nullable Object node) {
    return switch (node) {
      case Concept concept -> "Concept";
      case PublishedScheme vocab -> "Vocab";
      case PublishedCorrespondence correspondence -> "Correspondence";
      case PublishedCollection collection -> "Collection";
      case Study study -> "Study";
      case StudyFields.Named producer -> "Producer";
      case PublishedSeries series -> "Series";
      case Territory territory -> "Territory";
      case StoredPerimeter perimeter -> "Perimeter";
      case IndicatorFields.Seen indicator -> "Indicator";
      case null, default -> throw new IllegalArgumentException("no node: " + node);
    };
  }

  /**
   * The object of that identifier; null for what is not published (any more), as Relay asks.
   *
   * @throws ProblemException BAD_PARAMETER for what no {@code id} ever was
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the engine waits for it
  static @Nullable Object find(Call call) {
    String id = call.text("id");
    Optional<?> named = named(call.view().snapshot(), id);
    if (named.isPresent()) {
      return named.get();
    }
    Optional<NodeId> opaque = NodeId.parse(id);
    if (opaque.isPresent()) {
      return find(opaque.get(), call).orElse(null);
    }
    Optional<StudyId> study = StudyId.parse(id);
    if (study.isPresent()) {
      return StudyFields.catalogue(call).find(study.get()).orElse(null);
    }
    if (Perimeter.isName(id)) {
      return call.<String, StoredPerimeter>load(Loaders.PERIMETERS, id)
          .thenApply(found -> found.orElse(null));
    }
    if (id.contains("/")) {
      return null;
    }
    throw ProblemException.parameter("id", id, "un id donné par ce service");
  }

  /** Vocabularies, correspondences and collections go by their names. */
  private static Optional<?> named(Snapshot snapshot, String id) {
    Optional<Followed> followed = Followed.find(snapshot, id);
    if (followed.isPresent()) {
      return followed.get().isCorrespondence()
          ? snapshot.findCorrespondence(id)
          : Optional.of(followed.get().vocabulary());
    }
    return snapshot.findCollection(id);
  }

  private static Optional<?> find(NodeId id, Call call) {
    return switch (id.kind()) {
      case CONCEPT -> concept(id.key()).flatMap(call.view()::find);
      case INDICATOR -> IndicatorFields.find(call, id.key());
      case TERRITORY -> TerritoryFields.find(call, id.key());
      case PRODUCER -> StudyFields.producer(call, id.key());
      case SERIES ->
          StudyFields.catalogue(call).series().stream()
              .filter(each -> each.key().equals(id.key()))
              .findFirst();
    };
  }

  private static Optional<ConceptRef> concept(String key) {
    int slash = key.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : Optional.of(new ConceptRef(key.substring(0, slash), key.substring(slash + 1)));
  }
}
