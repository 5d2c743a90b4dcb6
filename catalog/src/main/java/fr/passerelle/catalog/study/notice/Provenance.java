package fr.passerelle.catalog.study.notice;

import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Folding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where records come from and what their words stand for here.
 *
 * @param producer code of the producer that all records are of; empty to find it by their publisher
 * @param names codes of producers by names that a source uses, beside the names they have here
 * @param producers the producers
 * @param themes codes of themes by their folded labels
 * @param concepts whether a code of a vocabulary is known here
 * @param kind how the records came
 * @param source code of the source; empty for a file
 */
public record Provenance(
    Optional<String> producer,
    Map<String, String> names,
    Producers producers,
    Map<String, String> themes,
    Predicate<ConceptRef> concepts,
    RecordOrigin.Kind kind,
    String source) {
  public Provenance {
    Map<String, String> folded = new HashMap<>();
    names.forEach((name, code) -> folded.put(Folding.of(name), code));
    names = Map.copyOf(folded);
    themes = Map.copyOf(themes);
  }

  /** The same of records that are published where they come from: copies, here. */
  public Provenance federated() {
    return new Provenance(
        producer, names, this.producers, themes, concepts, RecordOrigin.Kind.FEDERATED, source);
  }

  /** Records of a file. */
  public static Provenance ofFile(
      Optional<String> producer, Producers producers, Map<String, String> themes) {
    return new Provenance(
        producer,
        Map.of(),
        producers,
        themes,
        /* concepts= */ any -> false,
        RecordOrigin.Kind.IMPORTED,
        /* source= */ "");
  }

  /** Codes of the themes of a scheme by their labels in any language, case and accents apart. */
  public static Map<String, String> themes(Snapshot snapshot, String scheme) {
    Map<String, String> themes = new HashMap<>();
    snapshot
        .findScheme(scheme)
        .map(PublishedScheme::scheme)
        .ifPresent(each ->
            each.concepts()
                .forEach(concept ->
                    concept
                        .prefLabels()
                        .forEach(label ->
                            themes.putIfAbsent(
                                Folding.of(label.text()), concept.ref().toString()))));
    return themes;
  }

  /**
   * The producers of a record.
   *
   * @param told names that it tells, the most likely first
   * @return codes; where none of the names is known the first one, which is then refused as unknown
   */
  List<String> producers(Collection<String> told) {
    if (producer.isPresent()) {
      return List.of(producer.get());
    }
    List<String> known =
        told.stream().map(this::code).flatMap(Optional::stream).distinct().toList();
    return known.isEmpty() ? told.stream().limit(1).toList() : known;
  }

  /** Whether that is the name of a producer. */
  boolean knows(String name) {
    return code(name).isPresent();
  }

  private Optional<String> code(String name) {
    return Optional.ofNullable(names.get(Folding.of(name)))
        .or(() -> producers.findNamed(name).map(Producer::code));
  }

  /** The theme of that label. */
  Optional<String> theme(String label) {
    return Optional.ofNullable(themes.get(Folding.of(label)));
  }
}
