package fr.passerelle.vocab;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The editions of ROME known here, asked of which one a code is that a source cites.
 *
 * <p>ROME 4 kept the 532 codes of ROME 3 with a narrower meaning, so that a code by itself proves
 * nothing unless one edition alone has it. Nor do other codes of the source prove it: unlike a term
 * of Formacode, a ROME 3 code is never read as a ROME 4 one because its neighbours are.
 */
public final class RomeEditions {
  /** Scheme of ROME 3. */
  public static final String ROME_3 = "rome-3";

  /** Scheme of the codes of which no source tells the edition. */
  public static final String UNKNOWN = "rome-inconnu";

  /** What is said of a pair whose code is in {@link #UNKNOWN}. */
  public static final String UNPROVEN = "version du ROME non précisée";

  /** No code written before that day is of ROME 4. */
  private static final LocalDate ROME_4_SINCE = LocalDate.of(2023, 1, 1);

  private static final Pattern NAMED =
      Pattern.compile("(?i)(?:rome)?\\s*v?\\s*([34])(?:\\.0|\\d{2})?");

  private final Set<String> of3;
  private final Set<String> of4;

  private RomeEditions(Set<String> of3, Set<String> of4) {
    this.of3 = Set.copyOf(of3);
    this.of4 = Set.copyOf(of4);
  }

  /**
   * What a release of ROME 4 tells of both: its sheets, and the ROME 3 sheets that are their
   * parents.
   *
   * @param rome4 empty where none is published, or only a sample
   */
  public static RomeEditions of(Optional<Release> rome4) {
    return new RomeEditions(codes(rome4, ROME_3), codes(rome4, Edition.ROME_4.id()));
  }

  private static Set<String> codes(Optional<Release> release, String scheme) {
    return release.stream()
        .flatMap(each -> each.schemes().stream())
        .filter(each -> each.id().equals(scheme))
        .flatMap(each -> each.concepts().stream())
        .filter(concept -> concept.type() == ConceptType.FICHE_METIER)
        .map(Concept::code)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The edition that a word of the source names: {@code V3}, {@code ROME 4.0}, {@code v460}. */
  public static Optional<String> named(String word) {
    Matcher matcher = NAMED.matcher(word);
    return matcher.matches() ? Optional.of("rome-" + matcher.group(1)) : Optional.empty();
  }

  /** Whether a code written on that day can only be of ROME 3. */
  public static boolean isBefore4(LocalDate written) {
    return written.isBefore(ROME_4_SINCE);
  }

  /**
   * The concept that a code names: in the edition that its date or the code alone prove, else in
   * {@link #UNKNOWN}.
   *
   * @param written day on which the source was written, or later
   */
  public ConceptRef ref(String code, LocalDate written) {
    return new ConceptRef(isBefore4(written) ? ROME_3 : scheme(code), code);
  }

  private String scheme(String code) {
    boolean known = !of3.isEmpty() && !of4.isEmpty();
    if (known && of4.contains(code) != of3.contains(code)) {
      return of3.contains(code) ? ROME_3 : Edition.ROME_4.id();
    }
    return UNKNOWN;
  }
}
