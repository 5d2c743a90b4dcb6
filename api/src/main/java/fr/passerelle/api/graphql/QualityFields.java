package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.BrokenHop;
import fr.passerelle.vocab.service.ChainQuality;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the chain from occupations to training domains holds. */
final class QualityFields {
  private QualityFields() {}

  /** The quality of an edition or a part of it, and of the parts below. */
  private record Told(PublishedScheme scheme, Optional<Concept> part) {
    ChainQuality whole(Snapshot snapshot) {
      return ChainQuality.of(snapshot, scheme, part);
    }

    List<ChainQuality> parts(Snapshot snapshot) {
      return ChainQuality.parts(snapshot, scheme, part).stream()
          .map(each -> ChainQuality.of(snapshot, scheme, Optional.of(each)))
          .toList();
    }
  }

  /** How many concepts lead nowhere for one reason. */
  private record Broken(BrokenHop.Reason reason, int count) {}

  static List<Fields<?>> all() {
    return List.of(
        Fields.of("ChainQuality", Told.class)
            .part("vocab", Told::scheme)
            .part("release", told -> told.scheme().release().release().id())
            .field("whole", (told, call) -> told.whole(call.view().snapshot()))
            .field("parts", (told, call) -> told.parts(call.view().snapshot()))
            .part("source", told -> told.scheme().release()),
        Fields.of("ChainQualityFigure", ChainQuality.class)
            .part("domain", figure -> figure.domain().orElse(null))
            .part("occupations", ChainQuality::occupations)
            .part("certifications", ChainQuality::certifications)
            .part("brokenCount", figure -> sum(figure))
            .part("broken", QualityFields::broken),
        Fields.of("Share", ChainQuality.Share.class)
            .part("total", ChainQuality.Share::total)
            .part("reaching", ChainQuality.Share::reaching)
            .part("share", QualityFields::share),
        Fields.of("BrokenCount", Broken.class)
            .part("reason", Broken::reason)
            .part("explanation", broken -> broken.reason().explanation())
            .part("count", Broken::count));
  }

  private static int sum(ChainQuality figure) {
    return figure.broken().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Broken> broken(ChainQuality figure) {
    return Arrays.stream(BrokenHop.Reason.values())
        .filter(figure.broken()::containsKey)
        .map(each -> new Broken(each, figure.broken().getOrDefault(each, 0)))
        .toList();
  }

  private static @Nullable Double share(ChainQuality.Share share) {
    return share.value().isEmpty() ? null : share.value().getAsDouble();
  }

  /** What a call of {@code quality} asks for. */
  static Object quality(Call call) {
    Snapshot snapshot = call.view().snapshot();
    PublishedScheme scheme = Lookup.scheme(snapshot, call.text("vocab"));
    String domain = call.text("domain");
    return new Told(
        scheme,
        domain.isEmpty()
            ? Optional.empty()
            : Optional.of(Lookup.concept(snapshot, scheme, domain)));
  }
}
