package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.vocab.search.FrenchText;
import java.util.List;
import java.util.Set;

/** Says what of a study answers to the words asked. */
final class Excerpt {
  private static final int LONG = 240;
  private static final int BEFORE = 60;

  private final Set<String> stems;
  private final String open;
  private final String openStem;

  Excerpt(WordQuery asked) {
    stems = Set.copyOf(asked.words().stream().map(FrenchText::stem).toList());
    open = asked.words().isEmpty() ? "" : asked.words().getLast();
    openStem = open.isEmpty() ? "" : FrenchText.stem(open);
  }

  /** The first member that holds the most of the words. */
  StudyHit.Matched of(Row row, Producers producers) {
    StudyHit.Matched best = StudyHit.Matched.NOTHING;
    int most = 0;
    for (StudyHit.Matched each : StudyDocument.fields(row.study(), producers)) {
      int count = each.text().isEmpty() ? 0 : count(each.text(), held(row, each));
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

  /** Stems of a member: those of titles and abstracts are known, which are the long ones. */
  private static Set<String> held(Row row, StudyHit.Matched member) {
    return switch (member.field()) {
      case "title" -> row.title();
      case "abstract" -> row.text();
      default -> Set.copyOf(FrenchText.stems(member.text()));
    };
  }

  private int count(String text, Set<String> held) {
    int count = (int) stems.stream().filter(held::contains).count();
    boolean started =
        !held.contains(openStem)
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
