package fr.passerelle.vocab.rome;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The concepts of a ROME release while its files are being read. */
final class RomeDraft {
  static final String ROME_4 = "rome-4";
  static final String ROME_3 = "rome-3";
  static final String SECTEUR_ACTIVITE = "rome-4-secteur-activite";
  static final String SECTEUR_NAF = "rome-4-secteur-naf";
  static final String THEME = "rome-4-theme";
  static final String CENTRE_INTERET = "rome-4-centre-interet";
  static final String TYPE_CONTEXTE = "rome-4-type-contexte";
  static final String RIASEC = "rome-4-riasec";

  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Map<String, Map<String, ConceptBuilder>> schemes = new HashMap<>();
  private final Findings findings;

  RomeDraft(Findings findings) {
    this.findings = findings;
    // Lists that number from 1 and meet the OGR codes of sheets are schemes of their own.
    add(ROME_4, "ROME 4.0");
    add(ROME_3, "ROME 3 : fiches citées comme parentes par ROME 4.0");
    add(SECTEUR_ACTIVITE, "ROME 4.0 : secteurs d'activité");
    add(SECTEUR_NAF, "ROME 4.0 : secteurs NAF");
    add(THEME, "ROME 4.0 : thèmes");
    add(CENTRE_INTERET, "ROME 4.0 : centres d'intérêt");
    add(TYPE_CONTEXTE, "ROME 4.0 : types de contexte de travail");
    add(RIASEC, "ROME 4.0 : profils RIASEC");
  }

  private void add(String scheme, String title) {
    titles.put(scheme, title);
    schemes.put(scheme, new LinkedHashMap<>());
  }

  Findings findings() {
    return findings;
  }

  /** Adds the concept of a row, refused if its code or label is empty or its code is taken. */
  Optional<ConceptBuilder> add(
      String scheme, ConceptType type, Row row, String codeColumn, String labelColumn) {
    String code = row.get(codeColumn);
    if (code.isEmpty() || row.isEmpty(labelColumn)) {
      findings.refused(row.place(codeColumn), "required", "code ou libellé vide");
      return Optional.empty();
    }
    ConceptRef ref = new ConceptRef(scheme, code);
    ConceptBuilder concept = new ConceptBuilder(ref, type, row.text(labelColumn));
    if (of(scheme).putIfAbsent(code, concept) != null) {
      findings.refused(
          row.place(codeColumn), "duplicate-code", "code déjà lu dans " + scheme + " : " + code);
      return Optional.empty();
    }
    return Optional.of(concept);
  }

  /** A concept that the files cite without describing it. */
  ConceptRef stub(String scheme, String code, ConceptType type, Status status, String label) {
    return of(scheme)
        .computeIfAbsent(
            code, key -> new ConceptBuilder(new ConceptRef(scheme, key), type, status, label))
        .ref();
  }

  /** The concept a cell names; an orphan link is refused with its place. */
  Optional<ConceptBuilder> find(String scheme, Row row, String column, ConceptType... types) {
    String code = row.get(column);
    ConceptBuilder concept = of(scheme).get(code);
    if (concept == null || (types.length > 0 && !List.of(types).contains(concept.type()))) {
      findings.refused(
          row.place(column),
          "orphan-link",
          (concept == null
                  ? "code absent de " + scheme
                  : "ce code est un autre objet : " + concept.type().label())
              + " : « "
              + code
              + " » ; corriger la ligne ou fournir le fichier qui le décrit");
      return Optional.empty();
    }
    return Optional.of(concept);
  }

  /** Links a concept, a repeated row being dropped and counted. */
  void link(ConceptBuilder from, Link link, Row row, String column) {
    if (!from.link(link)) {
      findings.repaired("lien répété, gardé une fois", row.place(column));
    }
  }

  Map<String, ConceptBuilder> of(String scheme) {
    Map<String, ConceptBuilder> concepts = schemes.get(scheme);
    if (concepts == null) {
      throw new IllegalArgumentException("unknown scheme " + scheme);
    }
    return concepts;
  }

  /** The schemes that hold something, the main one first. */
  List<Scheme> schemes() {
    return titles.entrySet().stream()
        .filter(title -> !of(title.getKey()).isEmpty())
        .map(title -> Scheme.of(title.getKey(), title.getValue(), concepts(title.getKey())))
        .toList();
  }

  private List<Concept> concepts(String scheme) {
    return of(scheme).values().stream().map(ConceptBuilder::build).toList();
  }
}
