package fr.passerelle.vocab.lheo;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.FormacodeEditions.Term;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.RomeEditions;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The codes that a training supply cites, and which of them its trainings bear together with a
 * certification.
 *
 * <p>What a {@code ref} or a day proves is settled training by training. What only the whole of the
 * file or the published editions can prove waits for {@link #settle}, in the schemes of unknown
 * edition.
 */
final class Supply {
  private final Findings findings;
  private final Codes codes;
  private final Stubs stubs = new Stubs();

  /** How often and where a code is cited. */
  private final Map<ConceptRef, Citation> cited = new LinkedHashMap<>();

  /** How many trainings bear both codes. */
  private final Map<Ends, Integer> pairs = new LinkedHashMap<>();

  private Optional<LocalDate> lastDay = Optional.empty();
  private int uncertified;
  private int ambiguous;

  /** Two codes on one training. */
  private record Ends(ConceptRef from, ConceptRef to) {}

  /**
   * Citations of a code.
   *
   * @param count by how many trainings
   * @param place the first one
   */
  record Citation(int count, String place) {
    private Citation and(Citation other) {
      return new Citation(count + other.count, place);
    }
  }

  Supply(Findings findings) {
    this.findings = findings;
    this.codes = new Codes(findings);
  }

  /** Takes a training in whole, or refuses it whole. */
  void add(Formation formation) {
    try (Findings.Attempt attempt = findings.attempt()) {
      Map<ConceptRef, String> domain = codes.domain(formation);
      List<Map<ConceptRef, String>> certifications = codes.certifications(formation);
      if (attempt.sound()) {
        formation.written.ifPresent(this::day);
        domain.forEach(this::cite);
        Map<ConceptRef, String> all = new LinkedHashMap<>();
        certifications.forEach(all::putAll);
        all.forEach(this::cite);
        join(new LinkedHashSet<>(certifications), domain.keySet());
      }
    }
  }

  private void day(LocalDate day) {
    lastDay = lastDay.filter(last -> last.isAfter(day)).or(() -> Optional.of(day));
  }

  private void cite(ConceptRef ref, String place) {
    cited.merge(ref, new Citation(1, place), Citation::and);
  }

  /** Of several certifications nobody says which one the codes are about. */
  private void join(Set<Map<ConceptRef, String>> certifications, Set<ConceptRef> domain) {
    if (certifications.isEmpty()) {
      uncertified++;
    } else if (certifications.size() > 1) {
      ambiguous++;
    } else {
      Set<ConceptRef> names = certifications.iterator().next().keySet();
      for (ConceptRef name : names) {
        domain.forEach(to -> pairs.merge(new Ends(name, to), 1, Integer::sum));
        if (name.scheme().equals(Edition.CERTIFINFO.id())) {
          names.stream()
              .filter(other -> !other.equals(name))
              .forEach(other -> pairs.merge(new Ends(name, other), 1, Integer::sum));
        }
      }
    }
  }

  boolean isEmpty() {
    return cited.isEmpty();
  }

  /** The latest day that a training bears. */
  Optional<LocalDate> lastDay() {
    return lastDay;
  }

  /** Attaches the codes that wait to the editions that the whole proves. To be called once. */
  void settle(FormacodeEditions formacode, RomeEditions rome, LocalDate issued) {
    List<Term> waiting =
        cited.keySet().stream()
            .filter(ref -> ref.scheme().equals(FormacodeEditions.UNKNOWN))
            .map(ref -> new Term(ref.code(), ""))
            .toList();
    FormacodeEditions.Verdict verdict = formacode.judge(waiting);
    if (!waiting.isEmpty()) {
      findings.remark(verdict.summary());
    }
    UnaryOperator<ConceptRef> settled =
        ref ->
            switch (ref.scheme()) {
              case FormacodeEditions.UNKNOWN -> verdict.ref(new Term(ref.code(), ""));
              case RomeEditions.UNKNOWN -> rome.ref(ref.code(), issued);
              default -> ref;
            };
    rename(settled);
    cited.keySet().forEach(ref -> stubs.cite(ref, Codes.type(ref), ""));
    remark();
  }

  private void rename(UnaryOperator<ConceptRef> settled) {
    Map<ConceptRef, Citation> before = new LinkedHashMap<>(cited);
    cited.clear();
    before.forEach((ref, citation) -> cited.merge(settled.apply(ref), citation, Citation::and));
    Map<Ends, Integer> joined = new HashMap<>(pairs);
    pairs.clear();
    joined.forEach((ends, count) ->
        pairs.merge(new Ends(ends.from(), settled.apply(ends.to())), count, Integer::sum));
  }

  private void remark() {
    if (uncertified > 0) {
      findings.remark(
          "formations sans certification, leurs codes sont cités sans paire : " + uncertified);
    }
    if (ambiguous > 0) {
      findings.remark(
          "formations de plusieurs certifications, dont rien ne dit laquelle leurs codes indexent,"
              + " sans paire : "
              + ambiguous);
    }
  }

  /** The codes cited, each in its edition. */
  Map<ConceptRef, Citation> cited() {
    return new TreeMap<>(cited);
  }

  /** Stubs of all codes cited. */
  List<Scheme> stubs() {
    return stubs.schemes();
  }

  /** One correspondence for each two schemes that trainings join. */
  List<Correspondence> correspondences(String edition, String producer, String release) {
    Map<String, List<Pair>> bySchemes = new TreeMap<>();
    pairs.forEach((ends, count) ->
        bySchemes
            .computeIfAbsent(
                ends.from().scheme() + " " + ends.to().scheme(), key -> new ArrayList<>())
            .add(Pair.related(ends.from(), ends.to()).commented(comment(ends.to(), count))));
    return bySchemes.values().stream()
        .map(each ->
            Correspondence.of(
                new Correspondence.Author(edition, producer),
                each.getFirst().from().scheme(),
                each.getFirst().to().scheme(),
                Correspondence.Versions.UNKNOWN,
                "Codes que portent les formations de cette offre qui mènent à la certification"
                    + " (état "
                    + release
                    + ") : c'est la formation qui est indexée, non la certification.",
                each,
                List.of()))
        .toList();
  }

  private static String comment(ConceptRef to, int count) {
    String formations = count == 1 ? "1 formation" : count + " formations";
    return switch (to.scheme()) {
      case FormacodeEditions.UNKNOWN -> formations + " ; " + FormacodeEditions.UNPROVEN;
      case RomeEditions.UNKNOWN -> formations + " ; " + RomeEditions.UNPROVEN;
      default ->
          to.code().endsWith("00") && Codes.type(to) == ConceptType.DOMAINE_PROFESSIONNEL
              ? formations + " ; domaine ROME, non une fiche"
              : formations;
    };
  }
}
