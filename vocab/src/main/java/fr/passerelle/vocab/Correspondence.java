package fr.passerelle.vocab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one author says of how two schemes meet (xkos:Correspondence), in two layers: associations,
 * n to m, and pairs, from which every format is derived.
 *
 * @param author who states it
 * @param source identifier of the source scheme, e.g. {@code rncp}
 * @param target identifier of the target scheme, e.g. {@code rome-3}
 * @param versions releases of both sides that the author worked on, as far as it says
 * @param method how it was made, in French
 * @param associations associations in the order of their keys, those with an empty side included
 * @param pairs pairs in {@link Pair#ORDER}, no two of one source, target and predicate
 */
public record Correspondence(
    Author author,
    String source,
    String target,
    Versions versions,
    String method,
    List<Association> associations,
    List<Pair> pairs) {

  public Correspondence {
    associations = List.copyOf(associations);
    pairs = List.copyOf(pairs);
  }

  /**
   * An author of correspondences.
   *
   * @param id word used in URIs, e.g. {@code france-competences}
   * @param name name, e.g. {@code France compétences}
   */
  public record Author(String id, String name) {}

  /**
   * Which releases were matched; empty where the author does not say.
   *
   * @param source release of the source scheme
   * @param target release of the target scheme
   */
  public record Versions(String source, String target) {
    /** The author says nothing. */
    public static final Versions UNKNOWN = new Versions("", "");
  }

  /**
   * A correspondence of those pairs. Its associations are the connected groups of pairs of which
   * one side is single (1:1, split, merge); larger groups stay pairs, as nobody said which part of
   * one goes to which part of the other.
   *
   * @param unmatched associations with an empty side: codes looked for in vain, codes that are new
   */
  public static Correspondence of(
      Author author,
      String source,
      String target,
      Versions versions,
      String method,
      Collection<Pair> pairs,
      Collection<Association> unmatched) {
    List<Pair> sorted = sorted(pairs);
    List<Association> all = new ArrayList<>(Groups.associations(sorted));
    all.addAll(unmatched);
    all.sort(Comparator.comparing(Association::key));
    return new Correspondence(author, source, target, versions, method, all, sorted);
  }

  /** Each once, in {@link Pair#ORDER}: what is equal stands together, which is cheaper to see. */
  private static List<Pair> sorted(Collection<Pair> pairs) {
    List<Pair> sorted = pairs.stream().sorted(Pair.ORDER).toList();
    List<Pair> once = new ArrayList<>(sorted.size());
    for (Pair pair : sorted) {
      int alike = once.size() - 1;
      while (alike >= 0
          && Pair.ORDER.compare(once.get(alike), pair) == 0
          && !once.get(alike).equals(pair)) {
        alike--;
      }
      if (alike < 0 || !once.get(alike).equals(pair)) {
        once.add(pair);
      }
    }
    return once;
  }

  /** Identifier in URIs: {@code {author}/{source}--{target}}. */
  public String id() {
    return author.id() + "/" + source + "--" + target;
  }

  /** Of its name only, as it may hold a hundred thousand pairs. */
  @Override
  public int hashCode() {
    return id().hashCode();
  }

  /** French title. */
  public String title() {
    return source + " → " + target + " (" + author.name() + ")";
  }

  /** Associations with nothing at one end. */
  public Stream<Association> unmatched() {
    return associations.stream()
        .filter(each -> each.sources().isEmpty() || each.targets().isEmpty());
  }
}
