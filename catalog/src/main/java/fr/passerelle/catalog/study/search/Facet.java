package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.territory.Territories;
import fr.passerelle.vocab.ConceptRef;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By what studies are filtered and counted. */
public enum Facet {
  /** Code of a theme. */
  THEME,
  /** Code of a territory; what is about a part of it is about it. */
  TERRITORY,
  /** Code of a producer. */
  PRODUCER,
  /** Kind of thing. */
  KIND,
  /** Point of its life. */
  STATUS,
  /** Year of publication, or the one in which it is expected. */
  YEAR,
  /** How wide it looks. */
  SCALE,
  /** Language. */
  LANGUAGE,
  /** Key of a series. */
  SERIES,
  /** Code of a concept: {@code rome-4/M1805}. */
  SUBJECT;

  /** Word by which it is written. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The facet of that {@link #id()}. */
  public static Optional<Facet> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** What a study counts under. */
  List<String> values(Study study, Territories territories) {
    return switch (this) {
      case THEME -> study.themes().stream().map(ConceptRef::code).toList();
      case TERRITORY ->
          study.territories().stream()
              .flatMap(each -> territories.chain(each).stream())
              .map(Object::toString)
              .distinct()
              .toList();
      case PRODUCER -> study.content().producers();
      case KIND -> List.of(study.content().kind().id());
      case STATUS -> List.of(study.status().id());
      case YEAR -> study.date().map(date -> List.of(String.valueOf(date.year()))).orElse(List.of());
      case SCALE -> List.of(study.content().scale().id());
      case LANGUAGE -> study.content().reading().languages();
      case SERIES -> {
        String key = study.content().series().key();
        yield key.isEmpty() ? List.of() : List.of(key);
      }
      case SUBJECT ->
          study.content().subjects().concepts().stream().map(ConceptRef::toString).toList();
    };
  }
}
