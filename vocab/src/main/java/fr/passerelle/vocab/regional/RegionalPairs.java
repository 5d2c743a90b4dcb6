package fr.passerelle.vocab.regional;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows of a regional correspondence. A row without target says that its source has none; a
 * confidence that is not written is not known.
 */
final class RegionalPairs {
  static final List<String> COLUMNS =
      List.of("source", "sourceCode", "predicate", "target", "targetCode");
  static final List<String> OPTIONAL = List.of("confidence", "comment", "reviewer");

  private final java.util.function.Predicate<String> known;
  private final Findings findings;
  private final Stubs stubs = new Stubs();
  private final Map<Couple, Gathered> couples = new LinkedHashMap<>();

  RegionalPairs(java.util.function.Predicate<String> known, Findings findings) {
    this.known = known;
    this.findings = findings;
  }

  /** Sources of refused rows: what is published of them stays. */
  private final Set<String> refused = new LinkedHashSet<>();

  private record Couple(String source, String target) {}

  private record Placed(Pair pair, String place) {}

  private record Gathered(Map<String, Placed> pairs, List<Association> unmatched) {}

  /** Takes a row, or refuses it whole (docs/decisions/0010): it is tried apart first. */
  void row(Row row) {
    Findings trial = new Findings();
    try (Findings.Attempt attempt = findings.attempt()) {
      new RegionalPairs(known, trial).take(row.telling(trial));
      trial.refused().forEach(each -> findings.refused(each.place(), each.rule(), each.message()));
      if (attempt.sound()) {
        take(row);
      } else {
        refused.add(row.get("source") + "/" + row.get("sourceCode"));
      }
    }
  }

  /**
   * Keeps the published pairs of the sources of refused rows: a cell mistyped today undoes none.
   *
   * @return the sources of those kept
   */
  List<String> keep(Optional<Release> before) {
    Set<String> kept = new TreeSet<>();
    before.stream()
        .flatMap(release -> release.correspondences().stream())
        .flatMap(each -> each.pairs().stream())
        .filter(pair -> refused.contains(pair.from().toString()))
        .forEach(pair -> {
          Gathered gathered = gathered(pair.from().scheme(), pair.to().scheme());
          Placed placed = new Placed(pair, "");
          if (gathered.pairs().putIfAbsent(pair.from() + " " + pair.to(), placed) == null) {
            stubs.cite(pair.from(), ConceptType.CONCEPT, "");
            stubs.cite(pair.to(), ConceptType.CONCEPT, "");
            kept.add(pair.from().toString());
          }
        });
    return List.copyOf(kept);
  }

  private void take(Row row) {
    Optional<ConceptRef> from = end(row, "source", "sourceCode");
    if (row.isEmpty("targetCode") && row.isEmpty("predicate")) {
      from.filter(ref -> isKnown(row, "target"))
          .ifPresent(ref ->
              gathered(ref.scheme(), row.get("target"))
                  .unmatched()
                  .add(Association.gone(ref, row.text("comment"))));
      return;
    }
    Optional<ConceptRef> to = end(row, "target", "targetCode");
    Optional<Predicate> predicate = predicate(row);
    if (from.isPresent() && to.isPresent() && predicate.isPresent()) {
      Pair pair =
          new Pair(
              from.get(),
              to.get(),
              predicate.get(),
              Justification.MANUAL_CURATION,
              confidence(row),
              0,
              new Pair.Remark("", row.text("reviewer"), "", row.text("comment")));
      add(new Placed(pair, row.place("targetCode")));
    }
  }

  private Optional<ConceptRef> end(Row row, String scheme, String code) {
    if (!isKnown(row, scheme)) {
      return Optional.empty();
    }
    if (!ConceptRef.isCode(row.get(code))) {
      findings.refused(row.place(code), "code", "code « " + row.get(code) + " » impossible");
      return Optional.empty();
    }
    ConceptRef ref = new ConceptRef(row.get(scheme), row.get(code));
    return Optional.of(stubs.cite(ref, ConceptType.CONCEPT, ""));
  }

  private boolean isKnown(Row row, String column) {
    boolean found = known.test(row.get(column));
    if (!found) {
      findings.refused(
          row.place(column),
          "vocabulary",
          "vocabulaire inconnu « " + row.get(column) + " » ; /api/v1/vocabs donne les noms");
    }
    return found;
  }

  private Optional<Predicate> predicate(Row row) {
    Optional<Predicate> predicate = Predicate.find(row.get("predicate"));
    if (predicate.isEmpty()) {
      findings.refused(
          row.place("predicate"),
          "predicate",
          "« %s » : dire exactMatch, closeMatch, broadMatch, narrowMatch ou relatedMatch"
              .formatted(row.get("predicate")));
    } else if (predicate.get() == Predicate.EXACT_MATCH && row.isEmpty("reviewer")) {
      findings.refused(
          row.place("predicate"),
          "reviewer",
          "exactMatch sans relecteur ; le nommer (colonne reviewer), ou dire closeMatch");
    }
    return predicate;
  }

  private OptionalDouble confidence(Row row) {
    String text = row.get("confidence").replace(',', '.');
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!text.matches("0(\\.\\d{1,6})?|1(\\.0{1,6})?")) {
      findings.refused(
          row.place("confidence"), "confidence", "« " + text + " » : un nombre de 0 à 1, ou rien");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }

  private void add(Placed placed) {
    Pair pair = placed.pair();
    Gathered gathered = gathered(pair.from().scheme(), pair.to().scheme());
    Placed before = gathered.pairs().putIfAbsent(pair.from() + " " + pair.to(), placed);
    if (before == null) {
      return;
    }
    if (before.pair().predicate() == pair.predicate()) {
      findings.repaired("paire dite deux fois, la première gardée", placed.place());
    } else {
      findings.refused(
          placed.place(),
          "S46",
          "cette paire est %s ici et %s à %s (SKOS S46) ; en garder une"
              .formatted(pair.predicate().id(), before.pair().predicate().id(), before.place()));
    }
  }

  private Gathered gathered(String source, String target) {
    return couples.computeIfAbsent(
        new Couple(source, target), key -> new Gathered(new LinkedHashMap<>(), new ArrayList<>()));
  }

  /** The whole correspondence, once all rows are read. */
  Release release(RegionalFile.Signature signature, String id, Release.Source source) {
    if (couples.isEmpty()) {
      findings.refused(source.file() + ":1:1", "empty", "aucune paire à publier dans ce fichier");
    }
    findings.refuseIfFaulty();
    List<Correspondence> correspondences = new ArrayList<>();
    couples.forEach((couple, gathered) ->
        correspondences.add(
            Correspondence.of(
                signature.author(),
                couple.source(),
                couple.target(),
                Correspondence.Versions.UNKNOWN,
                "correspondance régionale, déposée par son auteur",
                gathered.pairs().values().stream().map(Placed::pair).toList(),
                gathered.unmatched())));
    return Release.of(
        signature.edition("-correspondances", "Correspondances régionales"),
        id,
        source,
        stubs.schemes(),
        correspondences);
  }
}
