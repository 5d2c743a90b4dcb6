package fr.passerelle.vocab.nomenclature;

import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The concepts of one scheme while a nomenclature is being read. */
final class Codes {
  private final String scheme;
  private final Findings findings;
  private final Map<ConceptRef, ConceptBuilder> concepts = new LinkedHashMap<>();

  Codes(String scheme, Findings findings) {
    this.scheme = scheme;
    this.findings = findings;
  }

  /** Adds the concept of a row; refused if its code is no code or is taken, or its label empty. */
  Optional<ConceptBuilder> add(
      ConceptType type, Row row, String column, String pattern, String label) {
    String code = row.get(column);
    if (!code.matches(pattern) || label.isBlank()) {
      findings.refused(
          row.place(column),
          "required",
          "code ou libellé absent ou mal écrit : « " + code + " » ; corriger la ligne");
      return Optional.empty();
    }
    ConceptBuilder concept = new ConceptBuilder(ref(code), type, label);
    if (concepts.putIfAbsent(concept.ref(), concept) != null) {
      findings.refused(
          row.place(column),
          "duplicate-code",
          "code déjà lu dans " + scheme + " : " + code + " ; garder une seule ligne");
      return Optional.empty();
    }
    return Optional.of(concept);
  }

  ConceptRef ref(String code) {
    return new ConceptRef(scheme, code);
  }

  boolean has(ConceptRef ref) {
    return concepts.containsKey(ref);
  }

  Optional<ConceptBuilder> find(ConceptRef ref) {
    return Optional.ofNullable(concepts.get(ref));
  }

  Scheme scheme(String title) {
    return Scheme.of(scheme, title, concepts.values().stream().map(ConceptBuilder::build).toList());
  }
}
