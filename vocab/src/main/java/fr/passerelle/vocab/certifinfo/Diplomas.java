package fr.passerelle.vocab.certifinfo;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The diplomas of a Certif Info file while it is being read, and those that they replace. */
final class Diplomas {
  private static final Pattern CODE = Pattern.compile("\\d{1,9}");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /** Names in a list are joined by a comma; one inside a name is followed by a blank. */
  private static final Pattern BETWEEN_NAMES = Pattern.compile(",(?! )");

  private final Findings findings;
  private final Map<String, ConceptBuilder> current = new LinkedHashMap<>();

  /** Diplomas that are named only as the former state of others; most are archived. */
  private final Map<String, ConceptBuilder> former = new LinkedHashMap<>();

  private final Map<String, Set<ConceptRef>> successors = new LinkedHashMap<>();
  private Optional<LocalDate> lastUpdate = Optional.empty();

  /** Diplomas of refused rows: what is published of them stays. */
  private final Set<ConceptRef> refused = new LinkedHashSet<>();

  Diplomas(Findings findings) {
    this.findings = findings;
  }

  /** The diploma of a row, nothing taken yet; empty where it has no name. */
  Optional<ConceptBuilder> read(Row row) {
    String code = row.get("Code_Diplome");
    if (!CODE.matcher(code).matches() || row.isEmpty("Libelle_Diplome")) {
      findings.refused(
          row.place("Code_Diplome"),
          "required",
          "un diplôme a un code, des chiffres, et un libellé : « " + code + " »");
      return Optional.empty();
    }
    ConceptBuilder diploma = diploma(row, code);
    ConceptBuilder before = current.get(code);
    if (before != null && !before.build().equals(diploma.build())) {
      findings.refused(
          row.place("Code_Diplome"),
          "duplicate-code",
          "code déjà lu avec un autre contenu : " + code + " ; garder une seule description");
    }
    checkFormer(code, row);
    return Optional.of(diploma);
  }

  /** Takes the diploma of a sound row. */
  void take(ConceptBuilder diploma, Row row) {
    if (current.putIfAbsent(diploma.ref().code(), diploma) != null) {
      findings.repaired(
          "diplôme sur plusieurs lignes (une par numéro RS ou Onisep), réuni",
          row.place("Code_Diplome"));
    }
    row.day("Date_MaJ").ifPresent(this::updated);
    former(diploma.ref(), row);
  }

  /**
   * Takes note of the diploma of a refused row.
   *
   * @return whether the row says which
   */
  boolean refused(Row row) {
    String code = row.get("Code_Diplome");
    boolean named = CODE.matcher(code).matches();
    if (named) {
      refused.add(ref(code));
    }
    return named;
  }

  boolean anyRefused() {
    return !refused.isEmpty();
  }

  /**
   * Keeps the refused diplomas as they are published, and their pairs.
   *
   * @return those that were
   */
  List<ConceptRef> keep(Release before, Crossings crossings) {
    List<Concept> kept =
        before.schemes().stream()
            .filter(scheme -> scheme.id().equals(Edition.CERTIFINFO.id()))
            .flatMap(scheme -> refused.stream().flatMap(ref -> scheme.find(ref.code()).stream()))
            .filter(concept -> concept.status() == Status.CURRENT)
            .filter(concept -> !current.containsKey(concept.code()))
            .toList();
    kept.forEach(concept -> current.put(concept.code(), ConceptBuilder.of(concept)));
    List<ConceptRef> refs = kept.stream().map(Concept::ref).toList();
    crossings.keep(before, Set.copyOf(refs));
    return refs;
  }

  private ConceptBuilder diploma(Row row, String code) {
    ConceptBuilder diploma =
        new ConceptBuilder(ref(code), ConceptType.DIPLOME, row.text("Libelle_Diplome"));
    diploma.property(Property.TYPE_DIPLOME, row.text("Libelle_Type_Diplome"));
    level(diploma, row);
    row.day("Date_MaJ")
        .ifPresent(day -> diploma.property(Property.DATE_MISE_A_JOUR, day.toString()));
    diploma.property(Property.CERTIFICATEURS, names(row.text("certificateur")));
    diploma.property(Property.VALIDEUR, names(row.text("valideur")));
    year(diploma, Property.PREMIERE_SESSION, row, "Annee_Premiere_Session");
    year(diploma, Property.DERNIERE_SESSION, row, "Annee_Derniere_Session");
    diploma.property(Property.ETAT, row.text("Etat_Libelle"));
    return diploma;
  }

  private static ConceptRef ref(String code) {
    return new ConceptRef(Edition.CERTIFINFO.id(), code);
  }

  private void level(ConceptBuilder diploma, Row row) {
    String level = row.get("Code_Niveau_Europeen");
    if (level.matches("[1-8]?")) {
      diploma.property(Property.NIVEAU, level);
    } else {
      findings.refused(
          row.place("Code_Niveau_Europeen"), "level", "un niveau va de 1 à 8 : « " + level + " »");
    }
  }

  private void year(ConceptBuilder diploma, Property property, Row row, String column) {
    String year = row.get(column);
    if (year.isEmpty() || YEAR.matcher(year).matches()) {
      diploma.property(property, year);
    } else {
      findings.refused(row.place(column), "year", "une année a quatre chiffres : « " + year + " »");
    }
  }

  private void updated(LocalDate day) {
    lastUpdate = lastUpdate.filter(last -> last.isAfter(day)).or(() -> Optional.of(day));
  }

  private static String names(String cell) {
    return BETWEEN_NAMES
        .splitAsStream(cell)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .reduce((one, other) -> one + "\n" + other)
        .orElse("");
  }

  private void checkFormer(String successor, Row row) {
    String code = row.get("Code_Ancien_Diplome");
    if (!code.isEmpty() && (!CODE.matcher(code).matches() || code.equals(successor))) {
      findings.refused(
          row.place("Code_Ancien_Diplome"),
          "successor",
          "un ancien diplôme a un autre code, des chiffres : « " + code + " »");
    }
  }

  private void former(ConceptRef successor, Row row) {
    String code = row.get("Code_Ancien_Diplome");
    if (code.isEmpty()) {
      return;
    }
    successors.computeIfAbsent(code, key -> new LinkedHashSet<>()).add(successor);
    if (!row.isEmpty("Intitulé_Ancien_Diplome")) {
      former.computeIfAbsent(code, key -> cited(row, key));
    }
  }

  private static ConceptBuilder cited(Row row, String code) {
    ConceptBuilder cited =
        new ConceptBuilder(
            ref(code), ConceptType.DIPLOME, Status.REFERENCED, row.text("Intitulé_Ancien_Diplome"));
    cited.property(Property.ETAT, row.text("Etat_Ancien_Diplome_Libelle"));
    return cited;
  }

  /** All diplomas, each former one linked to what replaces it. */
  Collection<ConceptBuilder> all() {
    Map<String, ConceptBuilder> all = new LinkedHashMap<>(former);
    all.putAll(current);
    successors.forEach((code, refs) ->
        refs.forEach(ref ->
            all.computeIfAbsent(code, Diplomas::unnamed)
                .link(Link.of(Link.Kind.REMPLACE_PAR, ref))));
    return all.values();
  }

  private static ConceptBuilder unnamed(String code) {
    return new ConceptBuilder(ref(code), ConceptType.DIPLOME, Status.REFERENCED, Stubs.UNNAMED);
  }

  Optional<LocalDate> lastUpdate() {
    return lastUpdate;
  }
}
