package fr.passerelle.vocab.sssom;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.ReleaseConcepts;
import fr.passerelle.vocab.ReleaseUris;
import fr.passerelle.vocab.Uris;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of a mapping set, cell by cell in the order of {@link #COLUMNS}. */
final class SssomRows {
  /** Prefix of the record ids. */
  static final String RECORD = "paire";

  /** Stands for the side where nothing was found. */
  static final String NO_TERM = "sssom:NoTermFound";

  static final List<String> COLUMNS =
      List.of(
          "record_id",
          "subject_id",
          "subject_label",
          "predicate_id",
          "object_id",
          "object_label",
          "mapping_justification",
          "author_label",
          "reviewer_label",
          "mapping_date",
          "subject_source_version",
          "object_source_version",
          "mapping_cardinality",
          "confidence",
          "comment");

  /** Of what was looked for in vain, no relation is known (SKOS, 10.1). */
  private static final String ANY_RELATION = "skos:mappingRelation";

  private final Correspondence correspondence;
  private final ReleaseConcepts concepts;
  private final Map<ConceptRef, Integer> targets = new HashMap<>();
  private final Map<ConceptRef, Integer> sources = new HashMap<>();

  SssomRows(PublishedRelease release, Correspondence correspondence) {
    this.correspondence = correspondence;
    this.concepts = new ReleaseConcepts(release.release());
    for (Pair pair : correspondence.pairs()) {
      targets.merge(pair.from(), 1, Integer::sum);
      sources.merge(pair.to(), 1, Integer::sum);
    }
  }

  List<String> row(Pair pair) {
    String author = pair.note().author();
    return List.of(
        RECORD + ":" + ReleaseUris.pairName(pair.from().code(), pair.to().code()),
        curie(pair.from()),
        concepts.label(pair.from()),
        "skos:" + pair.predicate().id(),
        curie(pair.to()),
        concepts.label(pair.to()),
        pair.justification().curie(),
        author.isEmpty() ? correspondence.author().name() : author,
        pair.note().reviewer(),
        pair.note().date(),
        correspondence.versions().source(),
        correspondence.versions().target(),
        cardinality(pair),
        pair.confidence().isPresent() ? String.valueOf(pair.confidence().getAsDouble()) : "",
        pair.note().comment());
  }

  /** One row for each concept of an association of which the other side is empty. */
  Stream<List<String>> rows(Association association) {
    return Stream.concat(
        association.sources().stream().map(ref -> alone(ref, true, association.comment())),
        association.targets().stream().map(ref -> alone(ref, false, association.comment())));
  }

  private List<String> alone(ConceptRef ref, boolean source, String comment) {
    return List.of(
        RECORD + ":" + ReleaseUris.pairName(source ? ref.code() : "", source ? "" : ref.code()),
        source ? curie(ref) : NO_TERM,
        source ? concepts.label(ref) : "",
        ANY_RELATION,
        source ? NO_TERM : curie(ref),
        source ? "" : concepts.label(ref),
        Justification.UNSPECIFIED.curie(),
        correspondence.author().name(),
        "",
        "",
        correspondence.versions().source(),
        correspondence.versions().target(),
        source ? "1:0" : "0:1",
        "",
        comment);
  }

  private String cardinality(Pair pair) {
    boolean split = targets.getOrDefault(pair.from(), 0) > 1;
    boolean merged = sources.getOrDefault(pair.to(), 0) > 1;
    return (merged ? "n" : "1") + ":" + (split ? "n" : "1");
  }

  private static String curie(ConceptRef ref) {
    return ref.scheme() + ":" + Uris.path(ref.code());
  }
}
