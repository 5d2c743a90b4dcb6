package fr.passerelle.vocab.sample;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Status;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The concepts of a {@link Folder}, one per row of {@code concepts.csv}.
 *
 * <p>Columns: an empty {@code status} is {@code CURRENT}; {@code broader} is a code of the same
 * scheme; {@code altLabels} and {@code properties} hold several values apart by {@code |}; a {@code
 * profile} names properties written once in {@code profiles.csv}, to which the row adds its own.
 */
final class ConceptRows {
  private static final Map<String, Property> PROPERTIES =
      Arrays.stream(Property.values()).collect(Collectors.toMap(Property::id, Function.identity()));

  private final List<NamedCsvRecord> rows;
  private final Map<ConceptRef, List<Link>> links;
  private final Map<ConceptRef, List<Label>> titles;
  private final Map<String, String> profiles;

  ConceptRows(Folder folder) {
    rows = folder.concepts();
    links =
        folder.links().stream()
            .collect(
                Collectors.groupingBy(
                    ConceptRows::ref, Collectors.mapping(ConceptRows::link, Collectors.toList())));
    titles =
        rows.stream()
            .filter(row -> type(row) == ConceptType.APPELLATION)
            .collect(
                Collectors.groupingBy(
                    ConceptRows::broader,
                    Collectors.mapping(row -> Label.fr(row.getField("fr")), Collectors.toList())));
    profiles =
        folder.profiles().stream()
            .collect(
                Collectors.toMap(
                    row -> row.getField("profile"), row -> row.getField("properties")));
  }

  Stream<Concept> concepts() {
    return rows.stream().map(this::concept);
  }

  private Concept concept(NamedCsvRecord row) {
    List<Label> preferred = preferred(row);
    String status = row.getField("status");
    return new Concept(
        ref(row),
        type(row),
        status.isEmpty() ? Status.CURRENT : Status.valueOf(status),
        preferred,
        others(row).filter(label -> !preferred.contains(label)).distinct().toList(),
        List.of(),
        List.of(),
        links(row).toList(),
        properties(row),
        Concept.History.NONE);
  }

  private static List<Label> preferred(NamedCsvRecord row) {
    return Stream.of("fr", "en")
        .filter(lang -> !row.getField(lang).isEmpty())
        .map(lang -> new Label(row.getField(lang), lang))
        .toList();
  }

  /** The titles of a sheet's appellations are other labels of the sheet. */
  private Stream<Label> others(NamedCsvRecord row) {
    return Stream.concat(
        values(row.getField("altLabels")).map(Label::fr),
        titles.getOrDefault(ref(row), List.of()).stream());
  }

  private Stream<Link> links(NamedCsvRecord row) {
    Stream<Link> up =
        row.getField("broader").isEmpty()
            ? Stream.empty()
            : Stream.of(Link.of(Link.Kind.BROADER, broader(row)));
    return Stream.concat(up, links.getOrDefault(ref(row), List.of()).stream());
  }

  private Map<Property, String> properties(NamedCsvRecord row) {
    String profile = row.getField("profile");
    String shared =
        profile.isEmpty()
            ? ""
            : Objects.requireNonNull(profiles.get(profile), "no profile " + profile);
    Map<Property, String> properties = new EnumMap<>(Property.class);
    Stream.concat(values(shared), values(row.getField("properties")))
        .forEach(each -> put(properties, each));
    return properties;
  }

  private static void put(Map<Property, String> properties, String assignment) {
    int equals = assignment.indexOf('=');
    String id = assignment.substring(0, equals);
    properties.put(
        Objects.requireNonNull(PROPERTIES.get(id), "no property " + id),
        assignment.substring(equals + 1));
  }

  private static Stream<String> values(String field) {
    return Arrays.stream(field.split("\\|", -1)).filter(value -> !value.isEmpty());
  }

  private static ConceptRef ref(NamedCsvRecord row) {
    return new ConceptRef(row.getField("scheme"), row.getField("code"));
  }

  private static ConceptRef broader(NamedCsvRecord row) {
    return new ConceptRef(row.getField("scheme"), row.getField("broader"));
  }

  private static ConceptType type(NamedCsvRecord row) {
    return ConceptType.valueOf(row.getField("type"));
  }

  /** Both {@code mark} and {@code order} may be empty: the source says nothing. */
  private static Link link(NamedCsvRecord row) {
    String mark = row.getField("mark");
    String order = row.getField("order");
    return new Link(
        Link.Kind.valueOf(row.getField("kind")),
        new ConceptRef(row.getField("targetScheme"), row.getField("target")),
        mark.isEmpty() ? Link.Mark.NONE : Link.Mark.valueOf(mark),
        order.isEmpty() ? 0 : Integer.parseInt(order));
  }
}
