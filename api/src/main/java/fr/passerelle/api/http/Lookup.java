package fr.passerelle.api.http;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an address names, or a problem that says which names there are. */
public final class Lookup {
  private static final int LONGEST_GUESS = 40;
  private static final int NEIGHBOURS = 3;

  private Lookup() {}

  /**
   * The scheme of that identifier or alias.
   *
   * @throws ProblemException where none is published
   */
  public static PublishedScheme scheme(Snapshot snapshot, String id) {
    return snapshot
        .findScheme(id)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNKNOWN_VOCABULARY,
                "Aucun vocabulaire publié ne s'appelle %s ; %s"
                    .formatted(Text.quoted(id), others(snapshot, id))));
  }

  private static String others(Snapshot snapshot, String id) {
    List<String> ids = snapshot.schemes().stream().map(each -> each.scheme().id()).toList();
    String wanted = id.toLowerCase(Locale.ROOT);
    return ids.stream()
        .filter(each -> wanted.length() < LONGEST_GUESS && Text.distance(each, wanted) <= 3)
        .min(Comparator.comparingInt(each -> Text.distance(each, wanted)))
        .map(near -> "vouliez-vous dire « " + near + " » ?")
        .orElse("publiés : " + String.join(", ", ids));
  }

  /**
   * The concept of that code, as people write it.
   *
   * @throws ProblemException where the scheme has none
   */
  public static Concept concept(Snapshot snapshot, PublishedScheme scheme, String code) {
    return snapshot.find(scheme, code).orElseThrow(() -> unknown(scheme, code));
  }

  private static ProblemException unknown(PublishedScheme scheme, String code) {
    String near = near(scheme.scheme().concepts(), code.toUpperCase(Locale.ROOT));
    return new ProblemException(
        ProblemType.UNKNOWN_CODE,
        "%s n'a pas de code %s%s%s"
            .formatted(
                scheme.scheme().id(),
                Text.quoted(code),
                scheme.release().release().source().sample()
                    ? " (cette version n'est qu'un échantillon)"
                    : "",
                near.isEmpty() ? "" : " ; codes voisins : " + near));
  }

  /** The codes beside the place where the code would be, if they begin alike. */
  private static String near(List<Concept> concepts, String code) {
    int found =
        Collections.binarySearch(
            concepts.stream().map(Concept::code).toList(), code, Comparator.naturalOrder());
    int place = found < 0 ? -found - 1 : found;
    return Stream.iterate(Math.max(0, place - NEIGHBOURS), i -> i + 1)
        .limit(2L * NEIGHBOURS)
        .takeWhile(i -> i < concepts.size())
        .map(i -> concepts.get(i).code())
        .filter(each -> begin(each, code) >= 2)
        .collect(Collectors.joining(", "));
  }

  private static int begin(String one, String other) {
    int i = 0;
    while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }
}
