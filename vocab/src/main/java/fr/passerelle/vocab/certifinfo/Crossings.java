package fr.passerelle.vocab.certifinfo;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.FormacodeEditions.Term;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Release;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The correspondences that the rows of Certif Info state.
 *
 * <p>A row joins the codes that stand in it: those of the diploma, and through it those of its RNCP
 * or RS number. ROME codes are ROME 3 codes: all of them fall in its 532 sheets and its domains.
 */
final class Crossings {
  private static final Correspondence.Author AUTHOR =
      new Correspondence.Author("certifinfo", "Certif Info (réseau des Carif-Oref et Onisep)");

  private static final String ROME_3 = "rome-3";
  private static final Pattern ROME = Pattern.compile("[A-N]\\d{4}");
  private static final Pattern FORMACODE = Pattern.compile("\\d{5}");
  private static final Pattern NSF = Pattern.compile("\\d{3}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final Pattern CFD = Pattern.compile("[0-9A-Z]{8}");

  private final Findings findings;
  private final Stubs stubs = new Stubs();
  private final Map<Ends, Map<Ends, Pair>> pairs = new LinkedHashMap<>();

  /** Labels of the diplomas that bear a number; empty once two differ, as neither is its own. */
  private final Map<ConceptRef, String> named = new LinkedHashMap<>();

  /** What is indexed by a term: which edition the term is of shows once all are read. */
  private final Map<Term, Set<ConceptRef>> indexed = new LinkedHashMap<>();

  /** Names of two schemes, or of two concepts. */
  private record Ends(String from, String to) {}

  Crossings(Findings findings) {
    this.findings = findings;
  }

  /** The codes that stand in a row. */
  record Codes(
      List<ConceptRef> rome,
      Optional<ConceptRef> nsf,
      Optional<ConceptRef> rncp,
      Optional<ConceptRef> rs,
      Optional<ConceptRef> cfd,
      Optional<Term> term) {}

  /** The codes of a row, nothing taken yet. */
  Codes read(Row row) {
    return new Codes(
        rome(row),
        code(row, "Code_Nsf", NSF, "un groupe NSF est de trois chiffres")
            .map(code -> new ConceptRef(Edition.NSF.id(), code)),
        record(row, "Code_RNCP", Edition.RNCP, "RNCP"),
        record(row, "Code_RS", Edition.RS, "RS"),
        code(row, "Code_Scolarité", CFD, "un code formation diplôme a huit caractères")
            .map(code -> new ConceptRef(Edition.CFD.id(), code)),
        term(row));
  }

  /** Takes the codes of a sound row. */
  void take(ConceptRef diploma, Codes codes, Row row) {
    List<ConceptRef> rome = codes.rome();
    Optional<ConceptRef> nsf = codes.nsf();
    Optional<ConceptRef> rncp = codes.rncp();
    Optional<ConceptRef> rs = codes.rs();
    Optional<ConceptRef> cfd = codes.cfd();
    rome.forEach(ref -> stubs.cite(ref, romeType(ref), ""));
    nsf.ifPresent(ref -> stubs.cite(ref, ConceptType.GROUPE_SPECIALITE, ""));
    Stream.of(rncp, rs, cfd).forEach(each -> each.ifPresent(ref -> named(ref, row)));
    codes
        .term()
        .map(term -> indexed.computeIfAbsent(term, key -> new LinkedHashSet<>()))
        .ifPresent(by ->
            Stream.of(Optional.of(diploma), rncp, rs).flatMap(Optional::stream).forEach(by::add));
    rome.forEach(sheet -> pair(diploma, sheet));
    Stream.of(nsf, rncp, rs, cfd).forEach(other -> other.ifPresent(to -> pair(diploma, to)));
    rncp.ifPresent(from -> {
      rome.forEach(sheet -> pair(from, sheet));
      nsf.ifPresent(to -> pair(from, to));
      cfd.ifPresent(each -> pair(each, from));
    });
  }

  private List<ConceptRef> rome(Row row) {
    List<ConceptRef> all = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      code(row, "Code_Rome_" + i, ROME, "un code ROME est une lettre et quatre chiffres")
          .map(code -> new ConceptRef(ROME_3, code))
          .ifPresent(all::add);
    }
    return all;
  }

  private static ConceptType romeType(ConceptRef ref) {
    return isDomain(ref) ? ConceptType.DOMAINE_PROFESSIONNEL : ConceptType.FICHE_METIER;
  }

  /** {@code M1700} stands for the domain M17: no sheet has the number 00. */
  private static boolean isDomain(ConceptRef ref) {
    return ref.scheme().equals(ROME_3) && ref.code().endsWith("00");
  }

  private Optional<Term> term(Row row) {
    return code(row, "Code_FormaCode", FORMACODE, "un Formacode est de cinq chiffres")
        .map(code -> new Term(code, row.text("Libelle_FormaCode")));
  }

  /** Attaches each Formacode term to the edition that the terms of the file prove. */
  void attach(FormacodeEditions formacode) {
    FormacodeEditions.Verdict verdict = formacode.judge(indexed.keySet());
    findings.remark(verdict.summary());
    indexed.forEach((term, by) -> {
      ConceptRef to = verdict.ref(term);
      stubs.cite(to, ConceptType.TERME_FORMACODE, term.label());
      by.forEach(from -> pair(from, to));
    });
  }

  /** The record of a register; its number stands without the prefix of its code. */
  private Optional<ConceptRef> record(Row row, String column, Edition register, String prefix) {
    return code(row, column, NUMBER, "un numéro sans préfixe, des chiffres")
        .map(number -> new ConceptRef(register.id(), prefix + number));
  }

  private void named(ConceptRef ref, Row row) {
    String label = row.text("Libelle_Diplome");
    named.merge(ref, label, (before, now) -> before.equals(now) ? before : "");
  }

  private Optional<String> code(Row row, String column, Pattern pattern, String rule) {
    String code = row.get(column);
    if (code.isEmpty() || pattern.matcher(code).matches()) {
      return Optional.of(code).filter(each -> !each.isEmpty());
    }
    findings.refused(row.place(column), "code", rule + " : « " + code + " » ; corriger la cellule");
    return Optional.empty();
  }

  private void pair(ConceptRef from, ConceptRef to) {
    Pair pair = Pair.related(from, to).commented(comment(to));
    pairs
        .computeIfAbsent(new Ends(from.scheme(), to.scheme()), key -> new LinkedHashMap<>())
        .putIfAbsent(new Ends(from.code(), to.code()), pair);
  }

  private static String comment(ConceptRef to) {
    if (to.scheme().equals(FormacodeEditions.UNKNOWN)) {
      return FormacodeEditions.UNPROVEN;
    }
    return isDomain(to) ? "domaine ROME, non une fiche" : "";
  }

  /** Keeps the published pairs of those diplomas, and those that their rows gave their numbers. */
  void keep(Release before, Set<ConceptRef> diplomas) {
    List<Pair> published =
        before.correspondences().stream().flatMap(each -> each.pairs().stream()).toList();
    for (ConceptRef diploma : diplomas) {
      Set<ConceptRef> row = new HashSet<>(Set.of(diploma));
      published.stream()
          .filter(pair -> pair.from().equals(diploma))
          .forEach(pair -> row.add(pair.to()));
      published.stream()
          .filter(pair -> row.contains(pair.from()) && row.contains(pair.to()))
          .forEach(pair -> keep(before, pair));
    }
  }

  private void keep(Release before, Pair pair) {
    Stream.of(pair.from(), pair.to())
        .filter(end -> !end.scheme().equals(Edition.CERTIFINFO.id()))
        .forEach(end -> cite(before, end));
    pairs
        .computeIfAbsent(
            new Ends(pair.from().scheme(), pair.to().scheme()), key -> new LinkedHashMap<>())
        .putIfAbsent(new Ends(pair.from().code(), pair.to().code()), pair);
  }

  private void cite(Release before, ConceptRef end) {
    before.schemes().stream()
        .filter(scheme -> scheme.id().equals(end.scheme()))
        .flatMap(scheme -> scheme.find(end.code()).stream())
        .forEach(each -> stubs.cite(end, each.type(), each.prefLabel("fr")));
  }

  /** Stubs of all that is cited. */
  List<Scheme> stubs() {
    named.forEach((ref, label) -> stubs.cite(ref, type(ref), label));
    return stubs.schemes();
  }

  private static ConceptType type(ConceptRef ref) {
    return ref.scheme().equals(Edition.CFD.id()) ? ConceptType.DIPLOME : ConceptType.CERTIFICATION;
  }

  /** One correspondence for each two schemes that rows join. */
  List<Correspondence> all(String release) {
    return pairs.entrySet().stream()
        .map(each ->
            Correspondence.of(
                AUTHOR,
                each.getKey().from(),
                each.getKey().to(),
                versions(each.getKey(), release),
                method(each.getKey()),
                each.getValue().values(),
                List.of()))
        .toList();
  }

  private static Correspondence.Versions versions(Ends schemes, String release) {
    return schemes.from().equals(Edition.CERTIFINFO.id())
        ? new Correspondence.Versions(release, "")
        : Correspondence.Versions.UNKNOWN;
  }

  private static String method(Ends schemes) {
    return schemes.from().equals(Edition.CERTIFINFO.id())
        ? "indexation de chaque diplôme par le réseau des Carif-Oref et l'Onisep"
        : "codes qui figurent sur la ligne d'un même diplôme de Certif Info";
  }
}
