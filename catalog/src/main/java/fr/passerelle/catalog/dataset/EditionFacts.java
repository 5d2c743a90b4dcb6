package fr.passerelle.catalog.dataset;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What portals ask of an edition and its files do not tell.
 *
 * @param edition identifier of the edition
 * @param frequency how often its producer publishes a release
 * @param themes themes
 * @param keywords words to find it by, in French
 */
record EditionFacts(
    String edition, AuthorityTerm frequency, List<AuthorityTerm> themes, List<String> keywords) {
  private static final String TABLE =
      """
      rome-4|IRREG|SOCI ECON|ROME, métiers, compétences, emploi
      rome-3|NEVER|SOCI ECON|ROME, métiers, emploi
      formacode-14|IRREG|EDUC|Formacode, formation professionnelle
      formacode-13|NEVER|EDUC|Formacode, formation professionnelle
      formacode-13--formacode-14|NEVER|EDUC|Formacode, table de passage
      rncp|DAILY|EDUC|RNCP, certifications, diplômes, compétences
      rs|DAILY|EDUC|Répertoire spécifique, certifications, compétences
      certifinfo|DAILY|EDUC|Certif Info, certifications, diplômes
      kit-apprentissage|MONTHLY|EDUC|apprentissage, diplômes, RNCP
      nsf|NEVER|EDUC|NSF, spécialités de formation
      cfd|IRREG|EDUC|diplômes, formation initiale
      fap-2021|NEVER|SOCI ECON|familles professionnelles, métiers, emploi
      niveaux-1969|NEVER|EDUC|niveaux de formation
      niveaux-2019|NEVER|EDUC|niveaux de formation, certifications
      regions|ANNUAL|REGI|régions, départements, code officiel géographique
      themes|IRREG|SOCI EDUC|observation, emploi, formation, orientation
      """;

  private static final Map<String, EditionFacts> ALL =
      TABLE
          .lines()
          .map(EditionFacts::parse)
          .collect(Collectors.toMap(EditionFacts::edition, Function.identity()));

  /** The facts of an edition; of one that is not known here, what holds of most. */
  static EditionFacts of(String edition) {
    EditionFacts known = ALL.get(edition);
    return known == null ? parse(edition + "|IRREG|EDUC SOCI|emploi, formation") : known;
  }

  private static EditionFacts parse(String line) {
    String[] parts = line.split("\\|", -1);
    return new EditionFacts(
        parts[0],
        AuthorityTerm.of("frequency", parts[1]),
        Stream.of(parts[2].split(" ", -1))
            .map(code -> AuthorityTerm.of("data-theme", code))
            .toList(),
        List.of(parts[3].split(", ", -1)));
  }
}
