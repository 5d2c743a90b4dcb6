package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Folding;
import fr.passerelle.vocab.service.Nearest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may have meant, said as the end of a message. */
final class Guess {
  private static final int SHORTEST = 3;
  private static final int MOST = 3;

  private Guess() {}

  static String code(Snapshot snapshot, String scheme, String code) {
    return said(
        Nearest.codes(snapshot, Set.of(scheme), code).stream().map(ref -> ref.code()).toList());
  }

  /** Producers whose code begins alike, or whose name has the first words. */
  static String producer(Producers producers, String written) {
    String folded = Folding.of(written);
    for (int length = Math.min(folded.length(), 60); length >= SHORTEST; length--) {
      String begin = folded.substring(0, length);
      List<String> codes =
          producers.list().stream()
              .filter(each ->
                  Folding.of(each.code()).startsWith(begin)
                      || Folding.of(each.name("fr")).startsWith(begin))
              .map(Producer::code)
              .limit(MOST)
              .toList();
      if (!codes.isEmpty()) {
        return said(codes);
      }
    }
    return "";
  }

  private static String said(List<String> codes) {
    return codes.isEmpty()
        ? ""
        : codes.stream().collect(Collectors.joining(", ", " ; proches : ", ""));
  }
}
