package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.study.form.Submission;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plausible studies in any number, always the same for one seed: for properties and measures. Words
 * are of the trade, drawn so that few are frequent and many are rare.
 */
public final class StudyGenerator {
  private static final List<String> OPENINGS =
      List.of(
          "Les métiers de",
          "L'emploi dans",
          "Les besoins en compétences de",
          "L'insertion professionnelle dans",
          "Portrait de",
          "Diagnostic de",
          "L'apprentissage dans",
          "La formation continue dans",
          "Les recrutements de",
          "Les tensions dans",
          "Prospective de",
          "Les conditions de travail dans",
          "L'égalité professionnelle dans",
          "La transition écologique de",
          "Le numérique dans",
          "Les seniors dans");
  private static final List<String> SECTORS =
      List.of(
          "l'hôtellerie-restauration",
          "l'agriculture",
          "la construction navale",
          "l'aéronautique",
          "l'aide à domicile",
          "la santé",
          "le bâtiment",
          "le transport routier",
          "la logistique",
          "le commerce de détail",
          "la métallurgie",
          "la chimie",
          "la filière hydrogène",
          "la filière bois",
          "la viticulture",
          "le tourisme",
          "la petite enfance",
          "le sport",
          "l'animation",
          "les services informatiques",
          "la banque",
          "l'assurance",
          "la propreté",
          "la sécurité privée",
          "l'artisanat d'art",
          "la pêche",
          "la maintenance industrielle",
          "l'industrie alimentaire",
          "le textile",
          "la plasturgie",
          "l'économie sociale",
          "la fonction publique territoriale");
  private static final List<String> AUDIENCES =
      List.of(
          "apprentis", "jeunes", "seniors", "demandeurs d'emploi", "femmes", "cadres", "salariés");
  private static final List<String> THEMES =
      List.of(
          "population",
          "emploi",
          "marche-du-travail",
          "tissu-productif",
          "offre-de-formation",
          "formation-professionnelle",
          "insertion",
          "orientation",
          "competences",
          "prospective");
  private static final List<String> TERRITORIES =
      List.of(
          "FRANCE", "R93", "R44", "R52", "R28", "R53", "R11", "R84", "D13", "D06", "D83", "D67",
          "D68", "D44", "D49", "D76", "D35", "D75");
  private static final List<String> PRODUCERS =
      List.of(
          "insee",
          "dares",
          "cereq",
          "carif-oref-paca",
          "oref-grand-est",
          "region-paca",
          "region-grand-est",
          "cariforef-pays-de-la-loire",
          "carif-oref-normandie",
          "france-travail",
          "reseau-carif-oref",
          "centre-inffo");
  private static final List<String> KINDS =
      List.of("report", "survey", "note", "dashboard", "portrait", "guide");
  private static final List<String> SYLLABLES =
      List.of(
          "ba", "cor", "de", "fi", "gan", "la", "mé", "no", "pra", "ro", "sé", "ti", "vel", "zi");

  private final Random random;

  public StudyGenerator(long seed) {
    random = new Random(seed);
  }

  /** Writes that many studies as CSV: {@code FILE COUNT SEED}; identifiers bear the seed. */
  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[2]);
    List<String> columns =
        List.of(
            "identifier",
            "title",
            "abstract",
            "producers",
            "kind",
            "scale",
            "themes",
            "territories",
            "sectors",
            "audiences",
            "status",
            "expected",
            "issued",
            "landingPage",
            "documents",
            "visibility");
    try (PrintWriter out = new PrintWriter(arguments[0], StandardCharsets.UTF_8)) {
      out.println(String.join(";", columns));
      for (Submission each : new StudyGenerator(seed).studies(Integer.parseInt(arguments[1]))) {
        Map<String, Object> form = new LinkedHashMap<>(each.form());
        form.put("identifier", form.get("identifier") + "-" + seed);
        out.println(
            columns.stream().map(name -> cell(form.get(name))).collect(Collectors.joining(";")));
      }
    }
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> many -> many.stream().map(StudyGenerator::cell).collect(Collectors.joining("|"));
      case Map<?, ?> document -> cell(document.get("url"));
      default -> value.toString();
    };
  }

  /** That many studies, each of an identifier of its own. */
  public List<Submission> studies(int count) {
    return IntStream.range(0, count).mapToObj(this::study).toList();
  }

  private Submission study(int number) {
    int year = 2005 + random.nextInt(21);
    boolean coming = random.nextInt(10) == 0;
    String sector = drawn(SECTORS);
    String audience = one(AUDIENCES);
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("identifier", "g-" + number);
    form.put("title", drawn(OPENINGS) + " " + sector + (random.nextBoolean() ? " en " + year : ""));
    form.put("abstract", text(sector, audience));
    form.put("producers", List.of(producer(coming ? 2027 : year)));
    form.put("kind", one(KINDS));
    form.put("scale", "regional");
    form.put("themes", List.of(drawn(THEMES)));
    form.put("territories", List.of(drawn(TERRITORIES)));
    form.put("sectors", List.of(sector));
    form.put("audiences", List.of(audience));
    if (coming) {
      form.put("status", random.nextBoolean() ? "planned" : "under-way");
      form.put("expected", "2027-0" + (1 + random.nextInt(9)));
    } else {
      form.put("issued", year + (random.nextBoolean() ? "-0" + (1 + random.nextInt(9)) : ""));
    }
    String page = "https://exemple.fr/etudes/" + number;
    form.put("landingPage", page);
    form.put("documents", List.of(Map.of("url", page + ".pdf")));
    form.put("visibility", random.nextInt(20) == 0 ? "network" : "public");
    return Submission.of(form);
  }

  /** France Travail began in 2024, and Pôle emploi in 2009. */
  private String producer(int year) {
    String code = one(PRODUCERS);
    if (code.equals("france-travail") && year < 2024) {
      return year < 2009 ? "dares" : "pole-emploi";
    }
    return code;
  }

  private String text(String sector, String audience) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      words.add(i % 3 == 0 ? word() : one(SECTORS));
    }
    return "Cette étude porte sur "
        + sector
        + " et les "
        + audience
        + ". "
        + String.join(" ", words);
  }

  /** A rare word. */
  private String word() {
    return one(SYLLABLES) + one(SYLLABLES) + one(SYLLABLES);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The first ones are drawn more often than the last. */
  private <T> T drawn(List<T> all) {
    double part = random.nextDouble();
    return all.get((int) (part * part * all.size()));
  }
}
