package fr.passerelle.api.graphql;

import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.service.Counterpart;
import fr.passerelle.vocab.service.Hierarchy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of links and of concepts, which differ by what their edges say. */
final class ConnectionFields {
  private ConnectionFields() {}

  static List<Fields<?>> all() {
    return List.of(
        connection("LinkConnection"),
        connection("ConceptConnection"),
        connection("CounterpartConnection"),
        connection("RelativeConnection"),
        edge("LinkEdge")
            .field("node", (edge, call) -> node(edge.as(Link.class), call))
            .part("kind", edge -> edge.as(Link.class).kind())
            .part("mark", edge -> edge.as(Link.class).mark())
            .part("order", edge -> rank(edge.as(Link.class))),
        edge("ConceptEdge").field("node", (edge, call) -> concept(edge.item(), call)),
        counterpart(),
        edge("RelativeEdge")
            .part("node", edge -> edge.as(Hierarchy.Relative.class).concept())
            .part("distance", edge -> edge.as(Hierarchy.Relative.class).distance()),
        Fields.of("PageInfo", PageInfo.class)
            .part("hasNextPage", PageInfo::hasNext)
            .part("hasPreviousPage", PageInfo::hasPrevious)
            .part("startCursor", PageInfo::start)
            .part("endCursor", PageInfo::end));
  }

  /** What all pages say of themselves. */
  static Fields<Connection> connection(String type) {
    return Fields.of(type, Connection.class)
        .part("edges", Connection::edges)
        .part("pageInfo", PageInfo::of)
        .part("totalCount", Connection::total)
        .part("emptyReason", page -> page.total() > 0 ? null : page.absence().get().reason())
        .part(
            "emptyExplanation",
            page -> page.total() > 0 ? null : page.absence().get().explanation());
  }

  static Fields<Connection.Edge> edge(String type) {
    return Fields.of(type, Connection.Edge.class).part("cursor", Connection.Edge::cursor);
  }

  private static Object node(Link link, Call call) {
    return call.view().find(link.target()).orElseThrow();
  }

  /** A page of concepts is one of links where these say which concepts. */
  private static Object concept(Object item, Call call) {
    return item instanceof Link link ? node(link, call) : item;
  }

  private static Fields<?> counterpart() {
    return edge("CounterpartEdge")
        .part("node", edge -> edge.as(Counterpart.class).concept())
        .part("inferred", edge -> edge.as(Counterpart.class).inferred())
        .field("via", (edge, call) -> call.view().concepts(edge.as(Counterpart.class).via()))
        .part("explanation", edge -> Text.orNull(edge.as(Counterpart.class).explanation()))
        .part("statements", edge -> edge.as(Counterpart.class).statements())
        .part("predicate", edge -> first(edge).pair().predicate())
        .part("confidence", edge -> MappingFields.confidence(first(edge).pair()))
        .part("correspondence", edge -> first(edge).by())
        .part("release", edge -> first(edge).by().release().release().id());
  }

  private static Mapping first(Connection.Edge edge) {
    return edge.as(Counterpart.class).statements().getFirst();
  }

  private static @Nullable Integer rank(Link link) {
    return link.order() == 0 ? null : link.order();
  }
}
