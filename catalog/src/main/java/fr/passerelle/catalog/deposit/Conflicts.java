package fr.passerelle.catalog.deposit;

import fr.passerelle.catalog.deposit.Conflict.Kind;
import fr.passerelle.catalog.deposit.Conflict.Statement;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares a release with what is published nationally. */
final class Conflicts {
  private final Snapshot snapshot;
  private final Release release;
  private final String edition;
  private final List<Conflict> found = new ArrayList<>();

  private Conflicts(Snapshot snapshot, Release release) {
    this.snapshot = snapshot;
    this.release = release;
    this.edition = release.edition().id();
  }

  static List<Conflict> of(Snapshot snapshot, Release release) {
    Conflicts conflicts = new Conflicts(snapshot, release);
    release.schemes().stream()
        .filter(scheme -> !scheme.id().equals(conflicts.edition))
        .forEach(conflicts::compare);
    for (Correspondence correspondence : release.correspondences()) {
      correspondence.pairs().forEach(conflicts::compare);
    }
    return conflicts.found;
  }

  /** The labels that the deposit gives to concepts of a national scheme. */
  private void compare(Scheme cited) {
    Optional<PublishedScheme> scheme =
        snapshot
            .findScheme(cited.id())
            .filter(each -> each.release().release().edition().national());
    if (scheme.isEmpty()) {
      return;
    }
    for (Concept stub : cited.concepts()) {
      String label = stub.prefLabel("fr");
      Optional<Concept> record = snapshot.find(stub.ref());
      if (record.filter(each -> !isOurs(each, scheme.get())).isEmpty()) {
        if (isComplete(scheme.get())) {
          add(Kind.UNKNOWN_CODE, stub.ref(), "", "", shown(label), List.of());
        }
      } else if (!Stubs.isUnnamed(label) && !isLabelOf(record.get(), label)) {
        Statement published =
            new Statement(
                scheme.get().releaseOf(record.get()).release().edition().id(),
                "",
                "",
                record.get().prefLabel("fr"));
        add(Kind.LABEL, stub.ref(), "", "", label, List.of(published));
      }
    }
  }

  /** A stub that an earlier release of this edition brought proves nothing. */
  private boolean isOurs(Concept concept, PublishedScheme scheme) {
    return concept.status() == Status.REFERENCED
        && scheme.releaseOf(concept).release().edition().id().equals(edition);
  }

  /** A sample, or a scheme of which only stubs are known, does not tell which codes there are. */
  private static boolean isComplete(PublishedScheme scheme) {
    return !scheme.release().release().source().sample() && !scheme.companion();
  }

  private static boolean isLabelOf(Concept concept, String label) {
    String wanted = tidy(label);
    return Stubs.isUnnamed(concept.prefLabel("fr"))
        || Stream.concat(concept.prefLabels().stream(), concept.altLabels().stream())
            .map(Label::text)
            .anyMatch(each -> tidy(each).equals(wanted));
  }

  private static String tidy(String label) {
    return label.strip().replace('’', '\'').replaceAll("\\s+", " ").toLowerCase(Locale.FRENCH);
  }

  private static String shown(String label) {
    return Stubs.isUnnamed(label) ? "" : label;
  }

  private void compare(Pair pair) {
    List<Mapping> national =
        snapshot
            .mappings(pair.from())
            .filter(each -> each.by().release().release().edition().national())
            .filter(each -> each.pair().to().scheme().equals(pair.to().scheme()))
            .toList();
    List<Mapping> same =
        national.stream().filter(each -> each.pair().to().equals(pair.to())).toList();
    boolean agrees = same.stream().anyMatch(each -> each.pair().predicate() == pair.predicate());
    if (!same.isEmpty() && !agrees) {
      add(pair, Kind.PREDICATE, same);
    } else if (same.isEmpty() && !national.isEmpty()) {
      add(pair, Kind.MAPPED_ELSEWHERE, national);
    }
  }

  private void add(Pair pair, Kind kind, List<Mapping> national) {
    List<Statement> published =
        national.stream()
            .map(each ->
                new Statement(
                    each.by().release().release().edition().id(),
                    each.pair().predicate().id(),
                    each.pair().to().toString(),
                    label(each.pair().to())))
            .toList();
    String target = pair.to().toString();
    add(kind, pair.from(), pair.predicate().id(), target, label(pair.to()), published);
  }

  private String label(ConceptRef ref) {
    return snapshot
        .find(ref)
        .or(() ->
            release.schemes().stream()
                .filter(scheme -> scheme.id().equals(ref.scheme()))
                .flatMap(scheme -> scheme.find(ref.code()).stream())
                .findFirst())
        .map(concept -> shown(concept.prefLabel("fr")))
        .orElse("");
  }

  private void add(
      Kind kind,
      ConceptRef subject,
      String predicate,
      String target,
      String label,
      List<Statement> published) {
    found.add(
        new Conflict(kind, subject, new Statement(edition, predicate, target, label), published));
  }
}
