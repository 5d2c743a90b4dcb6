package fr.passerelle.vocab;

import fr.passerelle.vocab.Licence.Condition;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be done with what is made of parts, each under a licence: the least demanding licence
 * that keeps what all of them ask for, or a refusal. Putting parts together is a union, so that it
 * matters neither in which order they come nor how often; a part without licence spoils the whole.
 *
 * <p>Parts that stand side by side, each with its own licence beside it, are given on whatever this
 * says; what is computed of them is published only where {@link #derived()} has a licence.
 *
 * @param parts licences of the parts
 * @param unknown whether a part has none
 */
public record CombinedLicence(Set<Licence> parts, boolean unknown) {
  /** Of nothing: what is put together with it stays what it is. */
  public static final CombinedLicence NOTHING = new CombinedLicence(Set.of(), false);

  /** Of a part that has no licence. */
  public static final CombinedLicence UNKNOWN = new CombinedLicence(Set.of(), true);

  public CombinedLicence {
    Set<Licence> sorted = EnumSet.noneOf(Licence.class);
    sorted.addAll(parts);
    parts = Collections.unmodifiableSet(sorted);
  }

  /** Why there is no licence of the whole. */
  public enum Reason {
    /** A part has no licence. */
    UNKNOWN,
    /** A part may only be given on as it is. */
    FORBIDDEN,
    /** What one part asks another does not allow. */
    INCOMPATIBLE
  }

  /** Of parts under those licences. */
  public static CombinedLicence of(Collection<Licence> parts) {
    return new CombinedLicence(Set.copyOf(parts), false);
  }

  /** Of one part. */
  public static CombinedLicence of(Licence part) {
    return new CombinedLicence(Set.of(part), false);
  }

  /** Of one part, which may have none. */
  public static CombinedLicence of(Optional<Licence> part) {
    return part.map(CombinedLicence::of).orElse(UNKNOWN);
  }

  /** Of these parts and those. */
  public CombinedLicence and(CombinedLicence other) {
    Set<Licence> all = EnumSet.noneOf(Licence.class);
    all.addAll(parts);
    all.addAll(other.parts);
    return new CombinedLicence(all, unknown || other.unknown);
  }

  /** The licence of the whole; empty where there is none, or where it is made of nothing. */
  public Optional<Licence> whole() {
    if (unknown || parts.isEmpty()) {
      return Optional.empty();
    }
    Set<Licence> possible = Licence.of(parts);
    return possible.stream().filter(each -> possible.stream().allMatch(each::fits)).findFirst();
  }

  /** The licence of what is computed of the parts, which none of them may forbid. */
  public Optional<Licence> derived() {
    return whole().filter(each -> !each.asks(Condition.NO_DERIVATIVES));
  }

  /** Why what is computed of the parts has no licence; empty where it has, or is of nothing. */
  public Optional<Reason> refusal() {
    if (unknown) {
      return Optional.of(Reason.UNKNOWN);
    }
    if (parts.isEmpty() || derived().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        parts.stream().anyMatch(each -> each.asks(Condition.NO_DERIVATIVES))
            ? Reason.FORBIDDEN
            : Reason.INCOMPATIBLE);
  }

  /** The refusal in French, with what to do; empty where there is none. */
  public String explanation() {
    String names = parts.stream().map(Licence::label).collect(Collectors.joining(" ; "));
    return refusal()
        .map(reason ->
            switch (reason) {
              case UNKNOWN ->
                  "Une des sources n'a pas de licence déclarée : rien de ce qui en est calculé"
                      + " n'est publié avant qu'elle le soit.";
              case FORBIDDEN ->
                  "Une des sources interdit de publier ce qui est calculé d'elle (%s) : la reprendre telle quelle, ou demander une autorisation à son producteur."
                      .formatted(names);
              case INCOMPATIBLE ->
                  "Les licences des sources ne vont pas ensemble (%s) : reprendre chaque partie sous sa propre licence."
                      .formatted(names);
            })
        .orElse("");
  }
}
