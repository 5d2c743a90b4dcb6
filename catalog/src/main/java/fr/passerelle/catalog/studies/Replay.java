package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.json.JsonText;
import fr.passerelle.catalog.study.StudyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a request was answered, kept so that the same request is answered the same. */
final class Replay {
  private static final String STUDIES = "studies";

  private Replay() {}

  static String json(List<Outcome> outcomes) {
    return JsonText.write(
        Map.of(
            STUDIES,
            outcomes.stream().map(each -> each.study().id() + " " + each.result()).toList()));
  }

  /** The outcomes; of a study that was deleted since there is nothing to say. */
  static List<Outcome> outcomes(String json, Catalogue catalogue) {
    List<Outcome> outcomes = new ArrayList<>();
    if (JsonText.read(json).get(STUDIES) instanceof List<?> list) {
      list.stream().flatMap(each -> outcome(each.toString(), catalogue)).forEach(outcomes::add);
    }
    return outcomes;
  }

  private static Stream<Outcome> outcome(String line, Catalogue catalogue) {
    String[] words = line.split(" ", 2);
    return catalogue
        .find(new StudyId(words[0]))
        .map(study -> new Outcome(Outcome.Result.valueOf(words[1]), study, List.of()))
        .stream();
  }
}
