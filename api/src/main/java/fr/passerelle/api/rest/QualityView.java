package fr.passerelle.api.rest;

import fr.passerelle.vocab.service.BrokenHop;
import fr.passerelle.vocab.service.ChainQuality;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How far the chain from occupations to training domains holds, in an edition and in its parts.
 *
 * @param vocab edition
 * @param release its release
 * @param whole the whole edition, or the part asked for
 * @param parts its parts one level down
 * @param source producer, date, licence, citation
 */
@Serdeable
@Schema(name = "ChainQuality")
public record QualityView(
    String vocab, String release, Figure whole, List<Figure> parts, SourceView source) {

  /**
   * The quality of a part.
   *
   * @param domain the part; null for a whole edition
   * @param occupations occupations that reach a certification, through their ROME 3 parents too
   * @param certifications certifications that reach a training domain: those reached from the
   *     occupations, or those of a register
   * @param brokenCount concepts that lead nowhere
   * @param broken the same by reason
   */
  @Serdeable
  @Schema(name = "ChainQualityFigure")
  record Figure(
      @Nullable ConceptItem domain,
      Share occupations,
      Share certifications,
      int brokenCount,
      List<BrokenCount> broken) {}

  /**
   * Some of all.
   *
   * @param total how many there are
   * @param reaching how many reach the next station
   * @param share 0 to 1, four decimals; null where there are none
   */
  @Serdeable
  @Schema(name = "Share")
  record Share(int total, int reaching, @Nullable Double share) {}

  /**
   * How many concepts lead nowhere for one reason.
   *
   * @param reason e.g. {@code no_certification}
   * @param explanation the reason in French
   * @param count how many
   */
  @Serdeable
  @Schema(name = "BrokenCount")
  record BrokenCount(String reason, String explanation, int count) {}

  static Figure figure(Views views, ChainQuality quality) {
    return new Figure(
        quality.domain().map(views::item).orElse(null),
        share(quality.occupations()),
        share(quality.certifications()),
        quality.broken().values().stream().mapToInt(Integer::intValue).sum(),
        Arrays.stream(BrokenHop.Reason.values())
            .filter(quality.broken()::containsKey)
            .map(each ->
                new BrokenCount(
                    each.name().toLowerCase(Locale.ROOT),
                    each.explanation(),
                    quality.broken().getOrDefault(each, 0)))
            .toList());
  }

  private static Share share(ChainQuality.Share share) {
    return new Share(
        share.total(),
        share.reaching(),
        share.value().isEmpty()
            ? null
            : Math.round(share.value().getAsDouble() * 10_000) / 10_000.0);
  }
}
