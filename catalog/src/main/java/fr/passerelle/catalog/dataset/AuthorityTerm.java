package fr.passerelle.catalog.dataset;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A concept of an authority table of the Publications Office of the European Union, of which
 * DCAT-AP 3.0.1 asks that values be taken.
 *
 * @param table name of the table, e.g. {@code frequency}
 * @param code code in it, e.g. {@code MONTHLY}
 * @param label French label
 */
public record AuthorityTerm(String table, String code, String label) {
  private static final String BASE = "http://publications.europa.eu/resource/authority/";

  /** Those in use here. */
  private static final String TABLES =
      """
      access-right|PUBLIC|public
      access-right|RESTRICTED|restreint
      access-right|NON_PUBLIC|non public
      data-theme|ECON|Économie et finances
      data-theme|EDUC|Éducation, culture et sport
      data-theme|GOVE|Gouvernement et secteur public
      data-theme|REGI|Régions et villes
      data-theme|SOCI|Population et société
      dataset-type|CODE_LIST|Liste de codes
      dataset-type|MAPPING|Table de correspondance
      dataset-type|STATISTICAL|Données statistiques
      dataset-type|SYNTHETIC_DATA|Données synthétiques
      dataset-type|TAXONOMY|Taxonomie
      file-type|CSV|CSV
      file-type|HTML|HTML
      file-type|JSON|JSON
      file-type|JSON_LD|JSON-LD
      file-type|PARQUET|Parquet
      file-type|PDF|PDF
      file-type|RDF_N_TRIPLES|N-Triples
      file-type|RDF_TURTLE|Turtle
      file-type|RDF_XML|RDF/XML
      file-type|TSV|TSV
      file-type|XLSX|XLSX
      file-type|XML|XML
      frequency|ANNUAL|annuelle
      frequency|DAILY|quotidienne
      frequency|IRREG|irrégulière
      frequency|MONTHLY|mensuelle
      frequency|NEVER|jamais
      frequency|QUARTERLY|trimestrielle
      frequency|UNKNOWN|inconnue
      language|DEU|allemand
      language|ENG|anglais
      language|FRA|français
      planned-availability|STABLE|stable
      """;

  private static final Map<String, AuthorityTerm> ALL =
      TABLES
          .lines()
          .map(line -> line.split("\\|", -1))
          .map(parts -> new AuthorityTerm(parts[0], parts[1], parts[2]))
          .collect(Collectors.toMap(AuthorityTerm::key, Function.identity()));

  /**
   * The concept of that table and code.
   *
   * @throws IllegalArgumentException where it is not in use here
   */
  public static AuthorityTerm of(String table, String code) {
    return find(table, code)
        .orElseThrow(() -> new IllegalArgumentException("no " + code + " in table " + table));
  }

  /** The concept of that table and code, if it is in use here. */
  public static Optional<AuthorityTerm> find(String table, String code) {
    return Optional.ofNullable(ALL.get(table + "/" + code));
  }

  /** The language of that BCP 47 tag, if it is in use here. */
  public static Optional<AuthorityTerm> ofLanguage(String tag) {
    return switch (tag) {
      case "fr" -> find("language", "FRA");
      case "en" -> find("language", "ENG");
      case "de" -> find("language", "DEU");
      default -> Optional.empty();
    };
  }

  /** Its IRI. */
  public String uri() {
    return BASE + key();
  }

  private String key() {
    return table + "/" + code;
  }
}
