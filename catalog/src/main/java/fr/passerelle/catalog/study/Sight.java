package fr.passerelle.catalog.study;

import java.util.List;

/**
 * Who sees a study as it stood at one moment. That this is made here only, of {@link Standing}, and
 * asked by {@link Reader#sees} only, is what keeps hidden studies out of every channel.
 *
 * @param audience who sees it
 * @param producers codes of its producers, who see it whatever the audience
 */
public record Sight(Audience audience, List<String> producers) {
  public Sight {
    producers = List.copyOf(producers);
  }

  /** Who sees what stands so. */
  public static Sight of(Standing standing, List<String> producers) {
    return new Sight(
        standing.qualification() == Qualification.PUBLISHED
            ? Audience.of(standing.visibility())
            : Audience.PRODUCER,
        producers);
  }
}
