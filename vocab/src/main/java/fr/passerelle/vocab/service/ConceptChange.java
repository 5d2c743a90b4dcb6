package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What became of a concept from one release to another.
 *
 * @param kind what became of it
 * @param concept the concept as the later release states it; as the earlier one did where it is
 *     gone
 * @param fields what it says otherwise, as REST names it
 * @param broaderBefore what was above it
 * @param broaderAfter what is above it
 * @param replacedBy what takes the place of a retired one
 */
public record ConceptChange(
    Change.Kind kind,
    Concept concept,
    List<String> fields,
    List<ConceptRef> broaderBefore,
    List<ConceptRef> broaderAfter,
    List<ConceptRef> replacedBy)
    implements Change {

  @Override
  public String key() {
    return "c " + concept.ref();
  }

  /** All changes of a scheme, in code order. */
  public static List<ConceptChange> between(Optional<Scheme> before, Scheme after) {
    List<ConceptChange> changes = new ArrayList<>();
    for (Concept now : after.concepts()) {
      Optional<Concept> old = before.flatMap(scheme -> scheme.find(now.code()));
      of(old, now).ifPresent(changes::add);
    }
    before.stream()
        .flatMap(scheme -> scheme.concepts().stream())
        .filter(old -> old.status() != Status.RETIRED && after.find(old.code()).isEmpty())
        .forEach(old -> changes.add(retired(old, old)));
    changes.sort((one, other) -> one.concept().ref().compareTo(other.concept().ref()));
    return changes;
  }

  private static Optional<ConceptChange> of(Optional<Concept> before, Concept now) {
    Optional<Concept> used = before.filter(each -> each.status() != Status.RETIRED);
    if (now.status() == Status.RETIRED) {
      return used.map(old -> retired(old, now));
    }
    if (used.isEmpty()) {
      return Optional.of(
          new ConceptChange(Kind.ADDED, now, List.of(), List.of(), broader(now), List.of()));
    }
    List<String> fields = fields(used.get(), now);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Kind kind = fields.contains("broader") ? Kind.MOVED : Kind.CHANGED;
    return Optional.of(
        new ConceptChange(kind, now, fields, broader(used.get()), broader(now), List.of()));
  }

  private static ConceptChange retired(Concept old, Concept now) {
    return new ConceptChange(
        Kind.RETIRED,
        now,
        List.of("status"),
        broader(old),
        List.of(),
        now.links(Link.Kind.REMPLACE_PAR).map(Link::target).toList());
  }

  private static List<ConceptRef> broader(Concept concept) {
    return concept.links(Link.Kind.BROADER).map(Link::target).toList();
  }

  /** Names of what two states of a concept do not say alike; words that serve search only aside. */
  private static List<String> fields(Concept old, Concept now) {
    TreeSet<String> fields = new TreeSet<>();
    addIf(fields, "type", old.type() != now.type());
    addIf(fields, "status", old.status() != now.status());
    addIf(fields, "prefLabel", !old.prefLabels().equals(now.prefLabels()));
    addIf(fields, "altLabels", !old.altLabels().equals(now.altLabels()));
    Arrays.stream(Note.Kind.values())
        .forEach(kind -> addIf(fields, lower(kind), !notes(old, kind).equals(notes(now, kind))));
    Arrays.stream(Link.Kind.values())
        .forEach(kind ->
            addIf(fields, lower(kind), !old.links(kind).toList().equals(now.links(kind).toList())));
    Stream.concat(old.properties().keySet().stream(), now.properties().keySet().stream())
        .filter(each -> !Objects.equals(value(old, each), value(now, each)))
        .forEach(each -> fields.add(each.id()));
    return List.copyOf(fields);
  }

  private static String value(Concept concept, Property property) {
    return concept.properties().getOrDefault(property, "");
  }

  private static List<Note> notes(Concept concept, Note.Kind kind) {
    return concept.notes().stream().filter(note -> note.kind() == kind).toList();
  }

  private static void addIf(TreeSet<String> fields, String name, boolean different) {
    if (different) {
      fields.add(name);
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
