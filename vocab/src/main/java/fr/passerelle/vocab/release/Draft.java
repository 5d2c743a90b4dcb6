package fr.passerelle.vocab.release;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.release.Statement.Described;
import fr.passerelle.vocab.release.Statement.Topic;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A release being put together from what is published and from the differences accepted so far, any
 * of which can be taken back.
 */
final class Draft {
  private final Assembly assembly;
  private final Map<Topic, Difference> accepted;
  private final Map<Topic, Statement> chosen;
  private final String edition;

  Draft(
      Release published,
      Release newest,
      Map<Topic, Statement> before,
      Map<Topic, Difference> settled) {
    this.assembly = new Assembly(published, newest);
    this.accepted = new LinkedHashMap<>(settled);
    this.chosen = new LinkedHashMap<>(before);
    this.edition = newest.edition().id();
    settled.forEach((key, difference) -> put(key, difference.delivered()));
  }

  boolean isAccepted(Topic key) {
    return accepted.containsKey(key);
  }

  /** Whether nothing differs from what is published. */
  boolean isIdle() {
    return accepted.isEmpty();
  }

  /**
   * The release as it stands.
   *
   * @throws RefusedException with every breach of its integrity
   */
  Release build() {
    return assembly.release(chosen.values());
  }

  private void put(Topic key, Optional<Statement> statement) {
    statement.ifPresentOrElse(each -> chosen.put(key, each), () -> chosen.remove(key));
  }

  private boolean takeBack(Topic key) {
    @Nullable Difference difference = accepted.remove(key);
    if (difference == null) {
      return false;
    }
    put(key, difference.published());
    return true;
  }

  private void takeBackAll() {
    List.copyOf(accepted.keySet()).forEach(this::takeBack);
  }

  /** Until each statement finds what it needs. */
  void takeBackWhatDangles() {
    boolean again = !accepted.isEmpty();
    while (again) {
      again = false;
      Set<String> schemes = schemes();
      for (Statement statement : List.copyOf(chosen.values())) {
        for (ConceptRef ref : statement.needs().toList()) {
          again |= isMissing(statement, ref, schemes) && giveWay(statement, Topic.of(ref));
        }
      }
    }
  }

  /** A link may lead out of the release, a pair may not. */
  private boolean isMissing(Statement statement, ConceptRef ref, Set<String> schemes) {
    return !chosen.containsKey(Topic.of(ref))
        && (!(statement instanceof Described) || schemes.contains(ref.scheme()));
  }

  private Set<String> schemes() {
    Set<String> schemes =
        chosen.values().stream()
            .filter(Described.class::isInstance)
            .map(each -> ((Described) each).concept().ref().scheme())
            .collect(Collectors.toCollection(HashSet::new));
    schemes.add(edition);
    return schemes;
  }

  /** A removal waits for who still needs it, who needs something pending waits for that. */
  private boolean giveWay(Statement statement, Topic missing) {
    if (takeBack(missing) || takeBack(statement.key())) {
      return true;
    }
    boolean any = !accepted.isEmpty();
    takeBackAll();
    return any;
  }

  /** Takes back what has part in those faults: what is above a concept, or else everything. */
  void takeBack(Collection<Fault> faults) {
    boolean any = false;
    Map<String, Described> concepts = concepts();
    for (Fault fault : faults) {
      for (Topic key : lineage(fault.place(), concepts)) {
        any |= takeBack(key);
      }
    }
    if (!any) {
      takeBackAll();
    }
  }

  private Map<String, Described> concepts() {
    Map<String, Described> concepts = new HashMap<>();
    for (Statement each : chosen.values()) {
      if (each instanceof Described described) {
        concepts.put(described.concept().ref().toString(), described);
      }
    }
    return concepts;
  }

  /** The concept of that name and all those above it. */
  private static Set<Topic> lineage(String name, Map<String, Described> concepts) {
    Set<Topic> seen = new HashSet<>();
    Deque<String> left = new ArrayDeque<>(List.of(name));
    while (!left.isEmpty()) {
      @Nullable Described described = concepts.get(left.remove());
      if (described != null && seen.add(described.key())) {
        described
            .concept()
            .links(Link.Kind.BROADER)
            .forEach(link -> left.add(link.target().toString()));
      }
    }
    return seen;
  }
}
