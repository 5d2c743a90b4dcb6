package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Resolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Values of properties of several concepts, as columns to be added to a spreadsheet. */
public final class Extension {
  /** Entities in one question. */
  public static final int MOST_ENTITIES = 1_000;

  /** Properties in one question. */
  public static final int MOST_PROPERTIES = 50;

  /** Values in one answer; beyond, nobody reads them in a spreadsheet. */
  public static final int MOST_VALUES = 100_000;

  private final Snapshot snapshot;
  private final Uris uris;
  private final Resolver resolver;

  /** Columns from what is published. */
  public Extension(Snapshot snapshot, Uris uris) {
    this.snapshot = snapshot;
    this.uris = uris;
    // Values may be of any vocabulary, and are extended in turn.
    this.resolver = new Resolver(snapshot, uris, Optional.empty());
  }

  /** How an entity stands in a cell. */
  public enum Content {
    /** As an entity, reconciled already. */
    ENTITY,
    /** As its code. */
    CODE,
    /** As its preferred label. */
    LABEL,
    /** As its URI. */
    URI
  }

  /**
   * A column.
   *
   * @param property what it holds
   * @param content how entities stand in it
   * @param limit values in a cell at most; 0 for all
   */
  public record Column(EntityProperty property, Content content, int limit) {}

  /**
   * The values of those columns, by entity, then by property.
   *
   * @param ids identifiers of entities; an unknown one has no values
   * @throws UnanswerableException where they are more than {@link #MOST_VALUES}
   */
  public Map<String, Map<String, List<Value>>> rows(
      List<String> ids, List<Column> columns, String lang) {
    Map<String, Map<String, List<Value>>> rows = new LinkedHashMap<>();
    int values = 0;
    for (String id : ids) {
      Optional<Concept> concept = find(id);
      Map<String, List<Value>> cells = new LinkedHashMap<>();
      for (Column column : columns) {
        List<Value> cell = new ArrayList<>();
        concept.ifPresent(each -> values(each, column, lang).forEach(cell::add));
        cells.put(column.property().id(), cell);
        values += cell.size();
      }
      rows.put(id, cells);
      if (values > MOST_VALUES) {
        throw new UnanswerableException(
            "ids", "plus de " + MOST_VALUES + " valeurs : donner moins d'identifiants, ou limit");
      }
    }
    return rows;
  }

  /** The entity of that identifier; a bare code that several vocabularies have names none. */
  public Optional<Concept> find(String id) {
    List<Concept> found = resolver.concepts(id);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private Stream<Value> values(Concept concept, Column column, String lang) {
    Stream<Value> values =
        column
            .property()
            .values(snapshot, concept)
            .map(value -> shown(value, column.content(), lang));
    return column.limit() == 0 ? values : values.limit(column.limit());
  }

  private Value shown(Value value, Content content, String lang) {
    if (!(value instanceof Value.Entity entity)) {
      return value;
    }
    Concept concept = entity.concept();
    return switch (content) {
      case ENTITY -> value;
      case CODE -> new Value.Text(concept.code());
      case LABEL -> new Value.Text(concept.prefLabel(lang));
      case URI -> new Value.Text(uri(concept));
    };
  }

  private String uri(Concept concept) {
    return snapshot
        .findScheme(concept.ref().scheme())
        .map(scheme -> uris.concept(scheme.release().release().edition(), concept.ref()))
        .orElse("");
  }
}
