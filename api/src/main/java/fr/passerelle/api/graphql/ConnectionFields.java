package fr.passerelle.api.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of links and of concepts, which differ by what their edges say. */
final class ConnectionFields {
  private ConnectionFields() {}

  static List<Fields<?>> all() {
    return List.of(
        connection("LinkConnection"),
        connection("ConceptConnection"),
        edge("LinkEdge")
            .part("kind", edge -> edge.link().kind())
            .part("mark", edge -> edge.link().mark())
            .part("order", edge -> edge.link().order() == 0 ? null : edge.link().order()),
        edge("ConceptEdge"),
        Fields.of("PageInfo", Connection.PageInfo.class)
            .part("hasNextPage", Connection.PageInfo::hasNext)
            .part("hasPreviousPage", Connection.PageInfo::hasPrevious)
            .part("startCursor", info -> orNull(info.start()))
            .part("endCursor", info -> orNull(info.end())));
  }

  private static Fields<Connection> connection(String type) {
    return Fields.of(type, Connection.class)
        .part("edges", Connection::edges)
        .part("pageInfo", Connection::info)
        .part("totalCount", Connection::total);
  }

  private static Fields<Connection.Edge> edge(String type) {
    return Fields.of(type, Connection.Edge.class)
        .part("cursor", Connection.Edge::cursor)
        .field("node", (edge, call) -> call.view().find(edge.link().target()).orElseThrow());
  }

  private static @Nullable String orNull(String cursor) {
    return cursor.isEmpty() ? null : cursor;
  }
}
