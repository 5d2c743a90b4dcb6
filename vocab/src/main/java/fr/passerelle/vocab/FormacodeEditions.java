package fr.passerelle.vocab;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The editions of Formacode known here, asked which of them a source means by the codes and labels
 * that it cites.
 *
 * <p>A term is proof of an edition where that edition alone has the code under that label: most
 * terms are the same in V13 and V14 and prove nothing by themselves. A source is indexed with one
 * edition, so that its proofs, taken together, attach the terms that several editions share. An
 * edition is never presumed because it is the newest. Where a single edition is loaded, its label
 * is compared with nothing else.
 */
public final class FormacodeEditions {
  /**
   * Scheme of the terms of which no source tells the edition. Not {@code formacode}, which people
   * write for the current edition.
   */
  public static final String UNKNOWN = "formacode-inconnu";

  /** Scheme of the lists that Formacode terms refer to, outside the tree. */
  public static final String ANNEXES = "formacode-annexes";

  /** What is said of a pair whose term is in {@link #UNKNOWN}. */
  public static final String UNPROVEN = "version du Formacode non précisée";

  /** Terms of the tree begin with 1 to 4; annex lists are numbered from 7. */
  private static final Pattern ANNEX = Pattern.compile("[789]\\d{4}");

  private static final Pattern NAMED =
      Pattern.compile("(?i)(?:formacode)?\\s*v?\\s*(\\d{1,2})(?:\\.0)?");

  /** Strays, records not indexed anew yet, do not unsettle a source below one in so many proofs. */
  private static final int STRAYS = 20;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Folded label by code, by edition. */
  private final Map<String, Map<String, String>> labels;

  private FormacodeEditions(Map<String, Map<String, String>> labels) {
    this.labels = labels;
  }

  /** A term as a source cites it; the label is empty where the source gives none. */
  public record Term(String code, String label) {}

  /**
   * The edition that a word of the source names: {@code V11}, {@code v 14}, {@code 13.0}, {@code
   * FORMACODE V12}; empty for other words.
   */
  public static Optional<String> named(String word) {
    Matcher matcher = NAMED.matcher(word);
    return matcher.matches()
        ? Optional.of("formacode-" + Integer.parseInt(matcher.group(1)))
        : Optional.empty();
  }

  /** No edition known: every term is of an unknown one. */
  public static FormacodeEditions none() {
    return new FormacodeEditions(Map.of());
  }

  /** The editions of those releases; what is not Formacode is passed over. */
  public static FormacodeEditions of(Release... releases) {
    Map<String, Map<String, String>> labels = new TreeMap<>();
    for (Release release : releases) {
      String edition = release.edition().id();
      for (Scheme scheme : release.schemes()) {
        if (edition.startsWith("formacode-") && scheme.id().equals(edition)) {
          scheme.concepts().stream()
              .filter(concept -> concept.status() == Status.CURRENT)
              .forEach(concept ->
                  labels
                      .computeIfAbsent(edition, key -> new HashMap<>())
                      .put(concept.code(), fold(concept.prefLabel("fr"))));
        }
      }
    }
    return new FormacodeEditions(labels);
  }

  /** What all the terms that one source cites prove together. */
  public Verdict judge(Collection<Term> cited) {
    Map<String, Integer> proofs = new TreeMap<>();
    for (Term term : new HashSet<>(cited)) {
      Set<String> editions = holding(term);
      if (editions.size() == 1) {
        proofs.merge(editions.iterator().next(), 1, Integer::sum);
      }
    }
    return new Verdict(proofs);
  }

  /** The editions that have the code, under that label where one is given. */
  private Set<String> holding(Term term) {
    String label = fold(term.label());
    Set<String> holding = new HashSet<>();
    labels.forEach((edition, terms) -> {
      String known = terms.get(term.code());
      if (known != null && (label.isEmpty() || label.equals(known))) {
        holding.add(edition);
      }
    });
    return holding;
  }

  /** Case, accents and punctuation set aside: V13 is in capitals without accents. */
  private static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
    return NO_WORD.matcher(lower).replaceAll(" ").strip();
  }

  /** The editions that a source means, term by term. */
  public final class Verdict {
    private final Map<String, Integer> proofs;
    private final Optional<String> edition;

    private Verdict(Map<String, Integer> proofs) {
      this.proofs = proofs;
      int all = proofs.values().stream().mapToInt(Integer::intValue).sum();
      this.edition =
          proofs.entrySet().stream()
              .filter(each -> (all - each.getValue()) * STRAYS <= each.getValue())
              .map(Map.Entry::getKey)
              .findFirst();
    }

    /** The edition with which the source is indexed, where it proves one, e.g. formacode-14. */
    public Optional<String> edition() {
      return edition;
    }

    /**
     * The concept that a term names: in the edition that its label proves, else in the one that the
     * source proves if that has it, else in an annex list by its number, else in {@link #UNKNOWN}.
     */
    public ConceptRef ref(Term term) {
      Set<String> holding = holding(term);
      String scheme =
          holding.size() == 1
              ? holding.iterator().next()
              : edition.filter(holding::contains).orElse(outside(term.code()));
      return new ConceptRef(scheme, term.code());
    }

    private String outside(String code) {
      return ANNEX.matcher(code).matches() ? ANNEXES : UNKNOWN;
    }

    /** What was proven, in French, for a report. */
    public String summary() {
      return edition
          .map(proven -> "Formacode : la source est indexée avec " + proven + " (" + counts() + ")")
          .orElseGet(() ->
              "Formacode : "
                  + UNPROVEN
                  + " ; les termes communs à plusieurs versions sont cités sans version ("
                  + counts()
                  + ")");
    }

    private String counts() {
      if (labels.isEmpty()) {
        return "aucune version du Formacode n'est chargée";
      }
      return proofs.isEmpty()
          ? "aucun terme propre à une version"
          : proofs.entrySet().stream()
              .map(each -> each.getValue() + " termes propres à " + each.getKey())
              .collect(Collectors.joining(", "));
    }
  }
}
