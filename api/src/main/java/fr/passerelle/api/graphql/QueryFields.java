package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.ConceptRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of the graph. */
final class QueryFields {
  private QueryFields() {}

  static List<Fields<?>> all() {
    return List.of(
        Fields.of("Query", View.class)
            .field("vocabs", (view, call) -> view.snapshot().schemes())
            .field("vocab", (view, call) -> Lookup.scheme(view.snapshot(), call.text("id")))
            .field("concept", (view, call) -> concept(call))
            .field("node", (view, call) -> node(call))
            .field("search", (view, call) -> SearchFields.search(call))
            .field("suggest", (view, call) -> SearchFields.suggest(call))
            .field("correspondences", (view, call) -> view.snapshot().correspondences())
            .field("correspondence", (view, call) -> MappingFields.correspondence(call))
            .field("translate", (view, call) -> ServiceFields.translate(call))
            .field("lookup", (view, call) -> ServiceFields.lookup(call))
            .field("paths", (view, call) -> ServiceFields.paths(call)));
  }

  private static Object concept(Call call) {
    View view = call.view();
    return Lookup.concept(
        view.snapshot(), Lookup.scheme(view.snapshot(), call.text("vocab")), call.text("code"));
  }

  /** Null for what is not published (any more), as Relay asks. */
  private static @Nullable Object node(Call call) {
    String id = call.text("id");
    Optional<? extends Object> scheme = call.view().snapshot().findScheme(id);
    if (scheme.isPresent()) {
      return scheme.get();
    }
    ConceptRef ref =
        NodeId.parse(id)
            .orElseThrow(() -> ProblemException.parameter("id", id, "un id donné par ce service"));
    return call.view().find(ref).orElse(null);
  }
}
