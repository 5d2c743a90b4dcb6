package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.vocab.CombinedLicence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Under which licence what is told may be used again. What a source publishes keeps the licence of
 * its source; what is computed is made of all the deliveries that were added, and of the lists of
 * communes by which they were.
 */
final class LicenceRule {
  private final Geography geography;
  private final Function<String, CombinedLicence> deliveries;
  private final Map<Parts, CombinedLicence> known = new ConcurrentHashMap<>();

  /**
   * The rule over those deliveries.
   *
   * @param deliveries licence of a delivery by its receipt
   */
  LicenceRule(Geography geography, Function<String, CombinedLicence> deliveries) {
    this.geography = geography;
    this.deliveries = deliveries;
  }

  /** What an answer is made of: few differ, and a table asks for each cell. */
  private record Parts(List<String> deliveries, Set<String> zonings, boolean computed) {}

  /** The licence of an answer about that territory, or about a perimeter where there is none. */
  CombinedLicence of(Answer answer, Optional<Territory> territory) {
    return known.computeIfAbsent(
        new Parts(answer.deliveries(), zonings(answer, territory), isComputed(answer)), this::of);
  }

  /** Why an answer may not be told, in French; empty where it may. */
  Optional<String> refusal(Answer answer, Optional<Territory> territory) {
    return isComputed(answer)
        ? Optional.of(of(answer, territory).explanation()).filter(why -> !why.isEmpty())
        : Optional.empty();
  }

  /** Who says of which communes the territories of an answer are. */
  List<Zoning.Origin> origins(Answer answer, Optional<Territory> territory) {
    return isComputed(answer) ? origins(zonings(answer, territory)) : List.of();
  }

  private List<Zoning.Origin> origins(Set<String> zonings) {
    Set<Zoning.Origin> origins = new LinkedHashSet<>(Set.of(geography.origin()));
    zonings.forEach(each -> geography.zoning(each).map(Zoning::origin).ifPresent(origins::add));
    return List.copyOf(origins);
  }

  private CombinedLicence of(Parts parts) {
    CombinedLicence all = CombinedLicence.NOTHING;
    for (String receipt : parts.deliveries()) {
      all = all.and(deliveries.apply(receipt));
    }
    if (parts.computed()) {
      for (Zoning.Origin origin : origins(parts.zonings())) {
        all = all.and(CombinedLicence.of(origin.licence()));
      }
    }
    return all;
  }

  private static boolean isComputed(Answer answer) {
    return switch (answer) {
      case Answer.Sum sum -> true;
      case Answer.Quotient quotient -> true;
      case Answer.Difference difference -> true;
      case Answer.Published published -> false;
      case Answer.Refusal refusal -> false;
    };
  }

  private static Set<String> zonings(Answer answer, Optional<Territory> territory) {
    Set<String> zonings = new LinkedHashSet<>();
    territory.map(Territory::zoning).ifPresent(zonings::add);
    if (answer instanceof Answer.Sum sum) {
      zonings.add(sum.grain());
    }
    zonings.remove(Territory.COMMUNE);
    return zonings;
  }
}
