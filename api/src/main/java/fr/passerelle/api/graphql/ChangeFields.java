package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.Since;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.Change;
import fr.passerelle.vocab.service.ConceptChange;
import fr.passerelle.vocab.service.Followed;
import fr.passerelle.vocab.service.PairChange;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Releases, and what differs from one to another. */
final class ChangeFields {
  private ChangeFields() {}

  /** What the changes that a page shows are of. */
  enum Subject {
    /** Concepts. */
    CONCEPT,
    /** Pairs of correspondences. */
    PAIR
  }

  /** A page of changes, and what all of them are. */
  private record Found(Connection page, Since.Interval interval, List<Change> all) {
    int count(Subject subject, Change.Kind kind) {
      return (int)
          all.stream()
              .filter(each -> each.kind() == kind)
              .filter(each -> subject(each) == subject)
              .count();
    }
  }

  static List<Fields<?>> all() {
    return List.of(
        page(),
        ConnectionFields.edge("ChangeEdge").part("node", Connection.Edge::item),
        change(),
        counts(),
        pairCounts(),
        ConnectionFields.connection("ReleaseConnection"),
        ConnectionFields.edge("ReleaseEdge").part("node", Connection.Edge::item),
        release());
  }

  private static Fields<?> page() {
    return Fields.of("ChangeConnection", Found.class)
        .part("from", found -> found.interval().from().map(StoredRelease::release).orElse(null))
        .part("to", found -> found.interval().to().release())
        .part("counts", found -> found)
        .part("pairCounts", found -> found)
        .part("edges", found -> found.page().edges())
        .part("pageInfo", found -> PageInfo.of(found.page()))
        .part("totalCount", found -> found.page().total())
        .part("emptyReason", found -> absent(found, Absence::reason))
        .part("emptyExplanation", found -> absent(found, Absence::explanation));
  }

  private static @Nullable Object absent(Found found, Function<Absence, Object> part) {
    return found.page().total() > 0 ? null : part.apply(found.page().absence().get());
  }

  private static Fields<?> change() {
    return Fields.of("Change", Change.class)
        .part("kind", Change::kind)
        .part("concept", each -> each instanceof ConceptChange of ? of.concept() : null)
        .field("pair", (each, call) -> each instanceof PairChange of ? pair(of, call) : null)
        .part("predicateBefore", ChangeFields::predicateBefore)
        .part("fields", ChangeFields::fields)
        .field("broaderBefore", (each, call) -> refs(each, call, ConceptChange::broaderBefore))
        .field("broaderAfter", (each, call) -> refs(each, call, ConceptChange::broaderAfter))
        .field("replacedBy", (each, call) -> refs(each, call, ConceptChange::replacedBy));
  }

  /** A pair that is gone, and its ends, are as the earlier release has them. */
  private static Object pair(PairChange change, Call call) {
    return Call.in(call.view().at(change.state()), change.mapping());
  }

  private static @Nullable Object predicateBefore(Change change) {
    return change instanceof PairChange pair ? pair.predicateBefore().orElse(null) : null;
  }

  private static List<String> fields(Change change) {
    return switch (change) {
      case ConceptChange concept -> concept.fields();
      case PairChange pair -> pair.predicateBefore().isPresent() ? List.of("predicate") : List.of();
    };
  }

  private static List<Concept> refs(
      Change change, Call call, Function<ConceptChange, List<ConceptRef>> part) {
    return change instanceof ConceptChange concept
        ? call.view().concepts(part.apply(concept))
        : List.of();
  }

  private static Fields<?> counts() {
    return Fields.of("ChangeCounts", Found.class)
        .part("added", found -> found.count(Subject.CONCEPT, Change.Kind.ADDED))
        .part("changed", found -> found.count(Subject.CONCEPT, Change.Kind.CHANGED))
        .part("moved", found -> found.count(Subject.CONCEPT, Change.Kind.MOVED))
        .part("retired", found -> found.count(Subject.CONCEPT, Change.Kind.RETIRED));
  }

  private static Fields<?> pairCounts() {
    return Fields.of("PairChangeCounts", Found.class)
        .part("added", found -> found.count(Subject.PAIR, Change.Kind.ADDED))
        .part("changed", found -> found.count(Subject.PAIR, Change.Kind.CHANGED))
        .part("removed", found -> found.count(Subject.PAIR, Change.Kind.REMOVED));
  }

  private static Subject subject(Change change) {
    return change instanceof PairChange ? Subject.PAIR : Subject.CONCEPT;
  }

  private static Fields<?> release() {
    return Fields.of("Release", StoredRelease.class)
        .part("id", StoredRelease::release)
        .field("uri", (each, call) -> uri(each, call))
        .part("issued", each -> each.issued().toString())
        .part("imported", each -> each.importedAt().toString())
        .part("published", StoredRelease::published)
        .part("sample", StoredRelease::sample)
        .part("conceptCount", StoredRelease::concepts)
        .part("licence", each -> licence(each));
  }

  private static String uri(StoredRelease row, Call call) {
    Followed followed = Lookup.followed(call.view().snapshot(), row.edition());
    return call.view().uris().release(followed.release().release().edition(), row.release());
  }

  /** What has no licence is no release that anyone may read. */
  private static Licence licence(StoredRelease row) {
    return row.licence().orElseThrow();
  }

  /** Releases of an edition. */
  static Connection releases(String edition, Call call) {
    return Connection.named(
        call,
        call.view().archive().releases(edition),
        StoredRelease::release,
        () -> Absence.of(Absence.Reason.NOT_STATED));
  }

  /** What changed since a release or a date. */
  static Object changes(Call call) {
    Followed followed = Lookup.followed(call.view().snapshot(), call.text("vocab"));
    return found(
        call,
        followed,
        call.view().archive().since().since(followed.edition(), call.text("since")));
  }

  /** What differs from one release to another. */
  static Object diff(Call call) {
    Followed followed = Lookup.followed(call.view().snapshot(), call.text("vocab"));
    String to = call.text("to");
    return found(
        call,
        followed,
        call.view()
            .archive()
            .since()
            .between(followed.edition(), call.text("from"), Text.orNull(to)));
  }

  private static Object found(Call call, Followed followed, Since.Interval interval) {
    Change.@Nullable Kind kind = call.choice(Change.Kind.class, "kind");
    @Nullable Subject what = call.choice(Subject.class, "what");
    List<Change> all = followed.changes(interval.before(), interval.after());
    List<Change> wanted =
        all.stream()
            .filter(each -> kind == null || each.kind() == kind)
            .filter(each -> what == null || subject(each) == what)
            .toList();
    Absence.Reason reason = all.isEmpty() ? Absence.Reason.NO_CHANGE : Absence.Reason.FILTERED;
    Connection page = Connection.of(call, wanted, Change::key, () -> Absence.of(reason));
    return Call.in(call.view().at(interval.after()), new Found(page, interval, all));
  }
}
