package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.vocab.search.FrenchText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says what of a study answers to the words asked. */
final class Excerpt {
  private static final int LONG = 240;
  private static final int BEFORE = 60;

  private final Set<String> stems;
  private final String open;

  Excerpt(WordQuery asked) {
    stems = Set.copyOf(asked.words().stream().map(FrenchText::stem).toList());
    open = asked.words().isEmpty() ? "" : asked.words().getLast();
  }

  /** The first member that holds the most of the words. */
  StudyHit.Matched of(Study study, Producers producers) {
    StudyHit.Matched best = StudyHit.Matched.NOTHING;
    int most = 0;
    for (StudyHit.Matched each : StudyDocument.fields(study, producers)) {
      int count = each.text().isEmpty() ? 0 : count(each.text());
      if (count > most) {
        most = count;
        best = each;
      }
      if (most == stems.size()) {
        break;
      }
    }
    return new StudyHit.Matched(best.field(), cut(best.text()));
  }

  private int count(String text) {
    Set<String> held = new HashSet<>(FrenchText.stems(text));
    int count = (int) stems.stream().filter(held::contains).count();
    boolean started =
        !held.contains(FrenchText.stem(open.isEmpty() ? "x" : open))
            && FrenchText.words(text).stream().anyMatch(word -> word.startsWith(open));
    return started ? count + 1 : count;
  }

  private String cut(String text) {
    if (text.length() <= LONG) {
      return text;
    }
    List<String> words = List.of(text.split("(?<=[\\s'’])"));
    int at = 0;
    for (String word : words) {
      List<String> stem = FrenchText.stems(word);
      if (!stem.isEmpty() && stems.contains(stem.getLast())) {
        break;
      }
      at += word.length();
    }
    int from = at >= text.length() ? 0 : Math.max(0, at - BEFORE);
    int to = Math.min(text.length(), from + LONG);
    return (from > 0 ? "…" : "")
        + text.substring(from, to).strip()
        + (to < text.length() ? "…" : "");
  }
}
