package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How far the chain from occupations to training domains holds, in an edition or a part of it.
 *
 * @param domain the part; empty for the whole edition
 * @param occupations occupations of the edition, and those that reach a certification, be it
 *     through their ROME 3 parents
 * @param certifications certifications reached (those of the edition itself for a register), and
 *     those that reach a training domain
 * @param broken concepts that lead nowhere, by reason
 */
public record ChainQuality(
    Optional<Concept> domain,
    Share occupations,
    Share certifications,
    Map<BrokenHop.Reason, Integer> broken) {

  public ChainQuality {
    broken = Map.copyOf(broken);
  }

  /**
   * Some of all.
   *
   * @param total how many there are
   * @param reaching how many of them reach the next station
   */
  public record Share(int total, int reaching) {
    /** 0 to 1; empty where there are none at all. */
    public OptionalDouble value() {
      return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) reaching / total);
    }
  }

  /** Quality of the chain that begins at the occupations, or certifications, of a scheme. */
  public static ChainQuality of(
      Snapshot snapshot, PublishedScheme scheme, Optional<Concept> domain) {
    List<Concept> starts =
        scheme.scheme().concepts().stream()
            .filter(each -> each.status() != Status.RETIRED)
            .filter(ChainQuality::begins)
            .filter(each -> domain.isEmpty() || Hierarchy.isUnder(snapshot, each, domain.get()))
            .toList();
    return new Tally(new Steps(snapshot, /* forward= */ true)).count(starts, domain);
  }

  /** The parts of a scheme, or of one of its parts, that are no occupations themselves. */
  public static List<Concept> parts(
      Snapshot snapshot, PublishedScheme scheme, Optional<Concept> domain) {
    return domain
        .map(part ->
            snapshot
                .inverse(part.ref(), Link.Kind.BROADER)
                .flatMap(link -> snapshot.find(link.target()).stream()))
        .orElseGet(() -> Hierarchy.top(scheme).stream())
        .filter(each ->
            each.type() == ConceptType.GRAND_DOMAINE
                || each.type() == ConceptType.DOMAINE_PROFESSIONNEL)
        .filter(each -> each.status() != Status.RETIRED)
        .toList();
  }

  private static boolean begins(Concept concept) {
    return concept.type() == ConceptType.FICHE_METIER
        || Station.of(concept).filter(Station.CERTIFICATION::equals).isPresent();
  }

  /** Counts each concept once, however many ways lead to it. */
  private static final class Tally {
    private final Steps steps;
    private final Map<BrokenHop.Reason, Integer> broken = new EnumMap<>(BrokenHop.Reason.class);
    private final Map<ConceptRef, Concept> certifications = new LinkedHashMap<>();
    private final Map<ConceptRef, List<Concept>> ofV3 = new LinkedHashMap<>();

    Tally(Steps steps) {
      this.steps = steps;
    }

    ChainQuality count(List<Concept> starts, Optional<Concept> domain) {
      int occupations = 0;
      int reaching = 0;
      for (Concept start : starts) {
        if (start.type() != ConceptType.FICHE_METIER) {
          certifications.put(start.ref(), start);
          continue;
        }
        occupations++;
        List<Concept> found = certifications(start);
        found.forEach(each -> certifications.put(each.ref(), each));
        reaching += found.isEmpty() ? 0 : 1;
      }
      int ending = 0;
      for (Concept certification : certifications.values()) {
        if (onward(certification).isEmpty()) {
          add(certification);
        } else {
          ending++;
        }
      }
      return new ChainQuality(
          domain,
          new Share(occupations, reaching),
          new Share(certifications.size(), ending),
          broken);
    }

    private List<Concept> onward(Concept concept) {
      return steps.from(concept).stream().map(Step::to).toList();
    }

    private void add(Concept concept) {
      broken.merge(steps.broken(concept).reason(), 1, Integer::sum);
    }

    private List<Concept> certifications(Concept sheet) {
      List<Concept> next = onward(sheet);
      if (next.isEmpty()) {
        add(sheet);
      }
      return next.stream()
          .flatMap(each ->
              Station.of(each).filter(Station.OCCUPATION_V3::equals).isPresent()
                  ? ofV3(each).stream()
                  : Stream.of(each))
          .toList();
    }

    /** Several sheets share a parent, which is broken once. */
    private List<Concept> ofV3(Concept parent) {
      return ofV3.computeIfAbsent(
          parent.ref(),
          key -> {
            List<Concept> found = onward(parent);
            if (found.isEmpty()) {
              add(parent);
            }
            return found;
          });
    }
  }
}
