package fr.passerelle.vocab.kit;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.ReleaseConcepts;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pairs of a kit while it is being read. */
final class KitPairs {
  static final String CFD = "CFD";
  static final String DIPLOMA = "Intitulé du diplôme";
  static final String RNCP = "Fiche RNCP";
  static final String CERTIFICATION = "Intitulé de la certification";
  static final String UPDATE = "Dernière mise à jour";

  static final List<String> COLUMNS = List.of(CFD, DIPLOMA, RNCP);

  /** Columns that came in later states. */
  static final List<String> OPTIONAL = List.of(CERTIFICATION, UPDATE);

  private static final Correspondence.Author AUTHOR =
      new Correspondence.Author(
          "kit-apprentissage", "Kit apprentissage (réseau des Carif-Oref et France compétences)");

  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{8}");

  /** What a spreadsheet leaves of a code of eight digits that begins with a zero. */
  private static final Pattern ZERO_LOST = Pattern.compile("\\d{7}");

  private static final Pattern SHEET = Pattern.compile("RNCP\\d{1,6}");
  private static final Pattern DOUBTFUL = Pattern.compile("RNCP\\d{1,6}\\s*\\?");

  /** A line that Certif Info updated, with the day. */
  private static final Pattern UPDATED = Pattern.compile("CI-(\\d{2})(\\d{2})(20\\d{2})");

  /** What stands for an absent value: non renseigné, non rapproché. */
  private static final String NONE = "NR";

  private record Ends(ConceptRef from, ConceptRef to) {}

  private final Findings findings;
  private final Stubs stubs = new Stubs();
  private final Map<Ends, Pair> pairs = new LinkedHashMap<>();
  private final Map<ConceptRef, String> diplomas = new LinkedHashMap<>();

  /** Diplomas without a record, with the words to say so and the place. */
  private final Map<ConceptRef, Lone> lone = new LinkedHashMap<>();

  /** Ends of refused rows: what is published of them stays. */
  private final Set<ConceptRef> refused = new LinkedHashSet<>();

  private record Lone(String comment, String place) {}

  KitPairs(Findings findings) {
    this.findings = findings;
  }

  /** Takes a row, or refuses it whole (docs/decisions/0010). */
  void row(Row row) {
    try (Findings.Attempt attempt = findings.attempt()) {
      String code = code(row);
      checkCode(code, row);
      checkSheet(row);
      if (attempt.sound()) {
        take(row, new ConceptRef(Edition.CFD.id(), code));
      } else {
        refused(row);
      }
    }
  }

  /**
   * Takes note of what a refused row is about.
   *
   * @return whether it says so
   */
  boolean refused(Row row) {
    String code = code(row);
    String sheet = row.get(RNCP);
    if (CODE.matcher(code).matches()) {
      return refused.add(new ConceptRef(Edition.CFD.id(), code)) || !code.isEmpty();
    }
    return SHEET.matcher(sheet).matches()
        && (refused.add(new ConceptRef(Edition.RNCP.id(), sheet)) || !sheet.isEmpty());
  }

  private void checkSheet(Row row) {
    String sheet = row.get(RNCP);
    boolean known =
        sheet.equals(NONE) || SHEET.matcher(sheet).matches() || DOUBTFUL.matcher(sheet).matches();
    if (!known) {
      findings.refused(
          row.place(RNCP),
          "rncp",
          "« " + sheet + " » n'est ni RNCP suivi d'un numéro, ni NR ; corriger la cellule");
    }
  }

  private void take(Row row, ConceptRef code) {
    ConceptRef cfd = cite(code, row);
    String sheet = row.get(RNCP);
    if (SHEET.matcher(sheet).matches()) {
      pair(cfd, new ConceptRef(Edition.RNCP.id(), sheet), row);
    } else if (sheet.equals(NONE)) {
      lone(cfd, "sans fiche RNCP dans la source (NR)", row);
    } else {
      // Neither a pair, which nobody is sure of, nor a diploma without record, which nobody says.
      findings.aside(
          row.place(RNCP),
          "rncp",
          "« %s » : la source doute de ce rapprochement du CFD %s, la ligne n'est pas publiée"
                  .formatted(sheet, cfd.code())
              + " ; un kit plus récent le confirme ou non");
    }
  }

  /** The code of a row, the zero that a spreadsheet took from it put back. */
  private static String code(Row row) {
    String code = row.get(CFD);
    return ZERO_LOST.matcher(code).matches() ? "0" + code : code;
  }

  private void checkCode(String code, Row row) {
    if (!CODE.matcher(code).matches()) {
      findings.refused(
          row.place(CFD),
          "cfd",
          "« "
              + row.get(CFD)
              + " » : un CFD a huit chiffres ou majuscules ; reprendre le code d'origine");
    }
  }

  /** The diploma of a row that is sound. */
  private ConceptRef cite(ConceptRef ref, Row row) {
    if (!row.get(CFD).equals(ref.code())) {
      findings.repaired("zéro initial du CFD perdu par un tableur, rétabli", row.place(CFD));
    }
    String label = words(row, DIPLOMA);
    String before = diplomas.putIfAbsent(ref, label);
    if (before != null && !before.equals(label)) {
      findings.repaired("second intitulé d'un même CFD, le premier est gardé", row.place(DIPLOMA));
    }
    return stubs.cite(ref, ConceptType.DIPLOME, label);
  }

  /** Words on one line: cells hold stray ends of line and lists. */
  private String words(Row row, String column) {
    String text = row.text(column);
    String line = text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    if (!line.equals(text)) {
      findings.repaired("saut de ligne dans un intitulé, rendu par un blanc", row.place(column));
    }
    return line.equals(NONE) ? "" : line;
  }

  private void pair(ConceptRef cfd, ConceptRef sheet, Row row) {
    stubs.cite(sheet, ConceptType.CERTIFICATION, words(row, CERTIFICATION));
    Matcher day = UPDATED.matcher(row.get(UPDATE));
    String date = day.matches() ? day.group(3) + "-" + day.group(2) + "-" + day.group(1) : "";
    Pair pair = dated(Pair.related(cfd, sheet), date);
    if (pairs.putIfAbsent(new Ends(cfd, sheet), pair) != null) {
      findings.repaired("couple CFD et RNCP répété, gardé une fois", row.place(CFD));
    }
  }

  private static Pair dated(Pair pair, String date) {
    return new Pair(
        pair.from(),
        pair.to(),
        pair.predicate(),
        pair.justification(),
        pair.confidence(),
        pair.order(),
        new Pair.Remark("", "", date, ""));
  }

  private void lone(ConceptRef cfd, String comment, Row row) {
    if (lone.putIfAbsent(cfd, new Lone(comment, row.place(RNCP))) != null) {
      findings.repaired("CFD sans fiche RNCP répété, gardé une fois", row.place(CFD));
    }
  }

  /**
   * Keeps what is published of refused rows: a cell mistyped this month undoes no pair.
   *
   * @return the pairs kept, as people write them
   */
  List<String> keep(Function<String, Optional<Release>> published) {
    Optional<Release> before =
        refused.isEmpty()
            ? Optional.empty()
            : published
                .apply(Edition.KIT_APPRENTISSAGE.id())
                .filter(release -> !release.source().sample());
    return before.map(this::keep).orElse(List.of());
  }

  private List<String> keep(Release before) {
    ReleaseConcepts concepts = new ReleaseConcepts(before);
    List<String> kept = new ArrayList<>();
    before.correspondences().stream()
        .flatMap(each -> each.pairs().stream())
        .filter(pair -> refused.contains(pair.from()) || refused.contains(pair.to()))
        .filter(pair -> pairs.putIfAbsent(new Ends(pair.from(), pair.to()), pair) == null)
        .forEach(pair -> {
          stubs.cite(pair.from(), ConceptType.DIPLOME, concepts.label(pair.from()));
          stubs.cite(pair.to(), ConceptType.CERTIFICATION, concepts.label(pair.to()));
          kept.add(pair.from().code() + " > " + pair.to().code());
        });
    return kept;
  }

  List<Scheme> stubs() {
    return stubs.schemes();
  }

  Correspondence correspondence() {
    Set<ConceptRef> paired = new HashSet<>();
    pairs.values().forEach(pair -> paired.add(pair.from()));
    lone.entrySet().stream()
        .filter(each -> paired.contains(each.getKey()))
        .forEach(each ->
            findings.repaired(
                "CFD dit sans fiche RNCP, et rapproché ailleurs : le rapprochement est gardé",
                each.getValue().place()));
    List<Association> gone =
        lone.entrySet().stream()
            .filter(each -> !paired.contains(each.getKey()))
            .map(each -> Association.gone(each.getKey(), each.getValue().comment()))
            .toList();
    return Correspondence.of(
        AUTHOR,
        Edition.CFD.id(),
        Edition.RNCP.id(),
        Correspondence.Versions.UNKNOWN,
        "rapprochement de chaque diplôme et de ses fiches RNCP, tenu à jour chaque mois",
        pairs.values(),
        gone);
  }
}
