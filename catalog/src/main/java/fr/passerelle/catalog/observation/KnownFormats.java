package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Format.Codes;
import fr.passerelle.catalog.observation.Format.Column;
import fr.passerelle.catalog.observation.Format.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that everyone knows: {@code ./passerelle import indicators FILE --as NAME}. */
public final class KnownFormats {
  private static final String INSEE = "Insee";

  /** Populations by commune, as COGugaison gives those of Insee. */
  public static final Format POPULATION =
      new Format(
          "population",
          INSEE,
          ',',
          '.',
          List.of(
              new Column.Where("CODGEO", "COM", Codes.EXACT),
              new Column.Ignored("LIBGEO"),
              new Column.Value("POP", "population", 0)),
          Map.of("", ObservationStatus.NOT_COLLECTED, "NA", ObservationStatus.NOT_COLLECTED),
          Optional.empty());

  /** Filosofi 2016 (Insee) by commune: a cell is empty where it is withheld. */
  public static final Format FILOSOFI_COMMUNES = filosofi("filosofi-communes", "COM");

  /** Filosofi 2016 (Insee) by EPCI: its medians are its own, no mean of those of communes. */
  public static final Format FILOSOFI_EPCI = filosofi("filosofi-epci", "EPCI");

  /** Unemployment rates by department (Insee), by the year in which the school year begins. */
  public static final Format CHOMAGE_DEPARTEMENTS =
      chomage("chomage-departements", "codeDepartement", List.of("libelleDepartement"), "DEP");

  /** The same by region. */
  public static final Format CHOMAGE_REGIONS =
      chomage("chomage-regions", "codeRegion", List.of(), "REG");

  /** Values that documents cite, each with its words. */
  public static final Format CITED =
      new Format(
          "cited",
          "Documents régionaux",
          ';',
          '.',
          List.of(
              new Column.Which("indicator"),
              new Column.Where("territory", "", Codes.EXACT),
              new Column.When("period", Period.Kind.UNSTATED),
              new Column.By("category", "categorie"),
              new Column.Value("value", "", 2),
              new Column.Ignored("unit"),
              new Column.Said("status", What.STATUS),
              new Column.Said("qualifier", What.QUALIFIER),
              new Column.Said("source", What.SOURCE),
              new Column.Said("citation", What.CITATION),
              new Column.Said("footnote", What.FOOTNOTE)),
          Map.of("", ObservationStatus.MISSING),
          Optional.empty());

  /**
   * Recruitment intentions of the survey BMO (France Travail), by occupation and basin; a basin
   * over several departments has a row for each.
   */
  public static final Format BMO =
      new Format(
          "bmo",
          "France Travail",
          ',',
          '.',
          List.of(
              new Column.When("annee", Period.Kind.YEAR),
              new Column.By("Code métier BMO", "metier-bmo"),
              new Column.Ignored("Nom métier BMO"),
              new Column.Ignored("Famille_met"),
              new Column.Ignored("Lbl_fam_met"),
              new Column.Ignored("REG"),
              new Column.Ignored("NOM_REG"),
              new Column.Part("Dept"),
              new Column.Ignored("NomDept"),
              new Column.Where("BE24", "BE", Codes.FORMER_TOO),
              new Column.Ignored("NOMBE24"),
              new Column.Value("met", "projets-de-recrutement", 0),
              new Column.Value("xmet", "projets-de-recrutement-difficiles", 0),
              new Column.Value("smet", "projets-de-recrutement-saisonniers", 0)),
          Map.of("*", ObservationStatus.SUPPRESSED),
          Optional.empty());

  /** Skills (ROME 4.0) asked for, available and taught, a row for each territory and period. */
  public static final Format SKILLS =
      new Format(
          "competences",
          "Observatoire",
          ';',
          '.',
          List.of(
              new Column.Where("territoire", "", Codes.EXACT),
              new Column.When("periode", Period.Kind.UNSTATED),
              new Column.By("competence", "competence-rome"),
              new Column.Value("demandees", "competences-demandees", 0),
              new Column.Value("disponibles", "competences-disponibles", 0),
              new Column.Value("enseignees", "competences-enseignees", 0)),
          Map.of("", ObservationStatus.NOT_COLLECTED, "s", ObservationStatus.SUPPRESSED),
          Optional.empty());

  private static final List<Format> ALL =
      List.of(
          POPULATION,
          SKILLS,
          BMO,
          FILOSOFI_COMMUNES,
          FILOSOFI_EPCI,
          CHOMAGE_DEPARTEMENTS,
          CHOMAGE_REGIONS,
          CITED);

  private KnownFormats() {}

  /** All of them. */
  public static List<Format> all() {
    return ALL;
  }

  /** The one of that name. */
  public static Optional<Format> find(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private static Format filosofi(String name, String zoning) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column.Where("CODGEO", zoning, Codes.FORMER_TOO),
                new Column.Ignored("LIBGEO"),
                new Column.Value("NBMENFISC16", "menages-fiscaux", 0),
                new Column.Value("NBPERSMENFISC16", "personnes-des-menages-fiscaux", 1),
                new Column.Value("MED16", "niveau-de-vie-median", -1),
                new Column.Value("TP6016", "taux-de-pauvrete", 1)));
    Ignored.NAMES.forEach(each -> columns.add(new Column.Ignored(each)));
    return new Format(
        name, INSEE, ',', '.', columns, Map.of("", ObservationStatus.SUPPRESSED), Optional.empty());
  }

  private static Format chomage(String name, String code, List<String> ignored, String zoning) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column.Where(code, zoning, Codes.PADDED),
                new Column.When("rentreeScolaire", Period.Kind.SCHOOL_YEAR),
                new Column.Value("tauxChomage", "taux-de-chomage", 1)));
    ignored.forEach(each -> columns.add(new Column.Ignored(each)));
    return new Format(
        name, INSEE, ';', ',', columns, Map.of("", ObservationStatus.MISSING), Optional.empty());
  }

  /** Made before the formats that name them, which a field below these is not. */
  private static final class Ignored {
    static final List<String> NAMES =
        List.of(
            "PIMP16",
            "TP60AGE116",
            "TP60AGE216",
            "TP60AGE316",
            "TP60AGE416",
            "TP60AGE516",
            "TP60AGE616",
            "TP60TOL116",
            "TP60TOL216",
            "PACT16",
            "PTSA16",
            "PCHO16",
            "PBEN16",
            "PPEN16",
            "PPAT16",
            "PPSOC16",
            "PPFAM16",
            "PPMINI16",
            "PPLOGT16",
            "PIMPOT16",
            "D116",
            "D916",
            "RD16");
  }
}
