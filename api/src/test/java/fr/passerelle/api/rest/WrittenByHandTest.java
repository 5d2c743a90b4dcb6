package fr.passerelle.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The records whose JSON is written field by field say all that they hold, under its names. */
final class WrittenByHandTest {
  private static final ConceptItem.MatchView MATCH = new ConceptItem.MatchView("pref_label", "é");
  private static final ConceptItem ITEM =
      new ConceptItem("u", "rome-4", "M1805", "fiche-metier", "current", "Études", MATCH);
  private static final TranslationView.Target TARGET =
      new TranslationView.Target(ITEM, "p", "d", "c", 0.5, "j", "i", "a", "r", "2024", "w");

  @Test
  void allThatIsKnownIsSaid() throws Exception {
    try (ObjectMapper.CloseableObjectMapper mapper =
        ObjectMapper.create(Map.of(), "fr.passerelle.api.rest")) {
      assertThat(written(mapper, TARGET)).isEqualTo(held(TARGET));
      assertThat(written(mapper, ITEM)).isEqualTo(held(ITEM));
    }
  }

  @Test
  void whatTheSourceDoesNotSayIsLeftOut() throws Exception {
    TranslationView.Target bare =
        new TranslationView.Target(ITEM, "p", "d", "c", null, "j", "i", null, null, null, null);
    try (ObjectMapper.CloseableObjectMapper mapper =
        ObjectMapper.create(Map.of(), "fr.passerelle.api.rest")) {
      assertThat(written(mapper, bare).keySet())
          .containsExactly(
              "to", "predicate", "direction", "cardinality", "justification", "correspondence");
    }
  }

  private static Map<String, Object> written(ObjectMapper mapper, Object value) throws Exception {
    Map<String, Object> read =
        mapper.readValue(
            mapper.writeValueAsBytes(value), Argument.mapOf(String.class, Object.class));
    return read == null ? Map.of() : read;
  }

  /** The components of a record as JSON reads them back, records within it as maps. */
  private static Map<String, Object> held(Record value) throws Exception {
    Map<String, Object> held = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object said = component.getAccessor().invoke(value);
      held.put(component.getName(), said instanceof Record inner ? held(inner) : said);
    }
    return held;
  }
}
