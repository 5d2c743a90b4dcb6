package fr.passerelle.vocab;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A concept of a scheme, as one release states it.
 *
 * <p>Inverse links (narrower, occupations of a skill, ...) are not held here: a {@link Scheme}
 * derives them.
 *
 * @param ref its name
 * @param type what it is in its vocabulary
 * @param status whether it can be used today
 * @param prefLabels preferred labels, at most one per language, at least one (SKOS S14)
 * @param altLabels other labels, none equal to a preferred one of its language (SKOS S13)
 * @param hiddenLabels words that serve search only and are not published
 * @param notes texts about it
 * @param links qualified links, in {@link Link#ORDER}
 * @param properties typed attributes; booleans are {@code true} or {@code false}
 * @param history in which releases it entered, changed and left
 */
public record Concept(
    ConceptRef ref,
    ConceptType type,
    Status status,
    List<Label> prefLabels,
    List<Label> altLabels,
    List<Label> hiddenLabels,
    List<Note> notes,
    List<Link> links,
    Map<Property, String> properties,
    History history) {

  public Concept {
    prefLabels = List.copyOf(prefLabels);
    altLabels = List.copyOf(altLabels);
    hiddenLabels = List.copyOf(hiddenLabels);
    notes = List.copyOf(notes);
    links = sorted(links);
    properties =
        properties.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new EnumMap<Property, String>(properties));
    if (prefLabels.isEmpty()) {
      throw new IllegalArgumentException(ref + " has no preferred label");
    }
    check(ref, prefLabels, altLabels);
  }

  /** By loops, as a hundred thousand concepts are made at each start. */
  private static void check(ConceptRef ref, List<Label> prefLabels, List<Label> altLabels) {
    for (int i = 0; i < prefLabels.size(); i++) {
      Label preferred = prefLabels.get(i);
      for (int j = 0; j < i; j++) {
        if (prefLabels.get(j).lang().equals(preferred.lang())) {
          throw new IllegalArgumentException(
              ref + " has two preferred labels in one language (SKOS S14)");
        }
      }
      for (int j = 0; j < altLabels.size(); j++) {
        if (altLabels.get(j).sameWords(preferred)) {
          throw new IllegalArgumentException(
              ref + " has a label both preferred and other (SKOS S13)");
        }
      }
    }
  }

  /** Links that a release file holds are in order already, and there are many at each start. */
  private static List<Link> sorted(List<Link> links) {
    for (int i = 1; i < links.size(); i++) {
      if (Link.ORDER.compare(links.get(i - 1), links.get(i)) > 0) {
        return links.stream().sorted(Link.ORDER).toList();
      }
    }
    return List.copyOf(links);
  }

  /** Code in the scheme. */
  public String code() {
    return ref.code();
  }

  /** Preferred label in that language, else in French, else the first. */
  public String prefLabel(String lang) {
    return in(lang).or(() -> in("fr")).orElse(prefLabels.getFirst()).text();
  }

  private Optional<Label> in(String lang) {
    return prefLabels.stream().filter(label -> label.lang().equals(lang)).findFirst();
  }

  /** Links of that kind, in {@link Link#ORDER}. */
  public Stream<Link> links(Link.Kind kind) {
    return links.stream().filter(link -> link.kind() == kind);
  }

  /** The same concept with another history. */
  public Concept withHistory(Status newStatus, History newHistory) {
    return new Concept(
        ref,
        type,
        newStatus,
        prefLabels,
        altLabels,
        hiddenLabels,
        notes,
        links,
        properties,
        newHistory);
  }

  /** Of its name only, as it may have hundreds of links. */
  @Override
  public int hashCode() {
    return ref.hashCode();
  }

  /**
   * In which releases a concept entered, last changed and left its edition.
   *
   * @param entered first release known here that holds it
   * @param changed last release that changed it; the first one where none did
   * @param left first release without it; empty while it is in use
   */
  public record History(String entered, String changed, String left) {
    /** Not yet part of a release. */
    public static final History NONE = new History("", "", "");
  }
}
