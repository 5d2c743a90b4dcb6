package fr.passerelle.vocab.nomenclature;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reader of {@code nNiveauFormationDiplome_.csv}: the levels of 1969 and of 2019, how they meet,
 * and the kinds of diplomas that stand on them.
 *
 * <p>The decree says how they meet; the file, in which each kind of diploma has both levels, is
 * held against it: how many kinds confirm a pair is said with the pair, and those that contradict
 * it are named in a remark.
 */
public final class NiveauFile {
  private static final Correspondence.Author AUTHOR =
      new Correspondence.Author(
          "education-nationale",
          "Ministère de l'Éducation nationale (BCN), d'après le décret n° 2019-14");

  private static final String DECREE = "décret n° 2019-14 du 8 janvier 2019";

  private static final String METHOD =
      "Passage que fait le "
          + DECREE
          + " relatif au cadre national des certifications professionnelles"
          + " (https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000037964754) ; le texte n'est pas"
          + " dans le fichier : chaque paire est vérifiée sur les types de diplômes de la BCN, qui"
          + " portent un niveau dans chaque nomenclature.";

  private final Kinds kinds;

  private NiveauFile(Kinds kinds) {
    this.kinds = kinds;
  }

  /**
   * Reads the file as published.
   *
   * @return the levels of 1969, then those of 2019 with the correspondence and the kinds of
   *     diplomas
   * @throws fr.passerelle.vocab.RefusedException with every fault found
   */
  public static List<Release> read(Origin origin, Findings findings) throws IOException {
    NiveauFile file = new NiveauFile(Kinds.read(origin.path(), findings));
    file.remarkContradictions(findings);
    findings.refuseIfFaulty();
    LocalDate issued = origin.issued(file.kinds.lastUpdate());
    String id = origin.release().orElseGet(issued::toString);
    Release.Source source = origin.source(issued);
    Stubs stubs = new Stubs();
    Niveaux.OF_1969.stream()
        .map(Niveaux::level1969)
        .forEach(level -> stubs.cite(level, ConceptType.NIVEAU, Niveaux.label(level)));
    List<Scheme> schemes = new ArrayList<>();
    schemes.add(levels(Edition.NIVEAUX_2019, Niveaux.OF_2019));
    schemes.add(file.kinds.scheme());
    schemes.addAll(stubs.schemes());
    return List.of(
        Release.of(
            Edition.NIVEAUX_1969,
            id,
            source,
            List.of(levels(Edition.NIVEAUX_1969, Niveaux.OF_1969))),
        Release.of(Edition.NIVEAUX_2019, id, source, schemes, List.of(file.correspondence(id))));
  }

  private static Scheme levels(Edition edition, List<String> codes) {
    List<Concept> concepts =
        codes.stream()
            .map(code -> new ConceptRef(edition.id(), code))
            .map(ref -> new ConceptBuilder(ref, ConceptType.NIVEAU, Niveaux.label(ref)).build())
            .toList();
    return Scheme.of(edition.id(), edition.title(), concepts);
  }

  private Correspondence correspondence(String release) {
    List<Pair> pairs = new ArrayList<>();
    Niveaux.DECREE.forEach((old, now) -> now.forEach(each -> pairs.add(pair(old, each, now))));
    return Correspondence.of(
        AUTHOR,
        Edition.NIVEAUX_1969.id(),
        Edition.NIVEAUX_2019.id(),
        new Correspondence.Versions(release, release),
        METHOD,
        pairs,
        List.of(
            Association.gone(Niveaux.level1969("VI"), "sans niveau correspondant en 2019"),
            Association.created(Niveaux.level2019("1"), "sans niveau correspondant en 1969"),
            Association.created(Niveaux.level2019("2"), "sans niveau correspondant en 1969")));
  }

  /** A level that is split holds each part; an exactMatch would need a reviewer. */
  private Pair pair(String old, String now, List<String> parts) {
    ConceptRef from = Niveaux.level1969(old);
    ConceptRef to = Niveaux.level2019(now);
    long confirmed =
        kinds.levels().stream()
            .filter(both -> both.of1969().equals(from) && both.of2019().equals(to))
            .count();
    return Pair.of(
            from,
            to,
            parts.size() > 1 ? Predicate.NARROW_MATCH : Predicate.CLOSE_MATCH,
            Justification.MANUAL_CURATION)
        .commented(
            DECREE
                + " ; "
                + (confirmed == 0
                    ? "aucun type de diplôme du fichier ne porte ces deux niveaux"
                    : "types de diplômes du fichier qui portent ces deux niveaux : " + confirmed));
  }

  private void remarkContradictions(Findings findings) {
    String contrary =
        kinds.levels().stream()
            .filter(both ->
                !Niveaux.DECREE
                    .getOrDefault(both.of1969().code(), List.of())
                    .contains(both.of2019().code()))
            .map(both ->
                both.kind() + " (" + both.of1969().code() + " et " + both.of2019().code() + ")")
            .collect(Collectors.joining(", "));
    if (!contrary.isEmpty()) {
      findings.remark(
          "types de diplômes dont les deux niveaux s'écartent du décret, gardés tels quels : "
              + contrary);
    }
  }
}
