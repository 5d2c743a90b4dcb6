package fr.passerelle.vocab;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What another organisation brings under its own name: identifiers that it may take. */
public final class Newcomer {
  private static final int MAX_LENGTH = 80;

  /** Names that mean the current edition of a family. */
  private static final Set<String> ALIASES = Set.of("rome", "formacode");

  private Newcomer() {}

  /**
   * The edition of what another organisation brings.
   *
   * @throws RefusedException if the identifier is one of a national referential
   */
  public static Edition edition(
      String place, String id, String title, String producer, String homepage) {
    if (id.isEmpty() || isTaken(id)) {
      throw RefusedException.of(
          place,
          "edition",
          "« "
              + id
              + " » ne peut pas nommer ce vocabulaire : ce nom est celui d'un référentiel"
              + " national, ou vide ; le publier sous une autre URI");
    }
    return new Edition(id, title, producer, homepage, /* national= */ false, "");
  }

  /** Whether an identifier means the current edition of a family, and names none itself. */
  static boolean isAlias(String id) {
    return ALIASES.contains(id);
  }

  /** Whether an identifier is that of a national scheme, or of a list that comes with one. */
  public static boolean isTaken(String id) {
    return isAlias(id)
        || id.equals("departements")
        || Stubs.isNational(id)
        || id.startsWith("rome-4-")
        || Edition.find(id).filter(Edition::national).isPresent();
  }

  /** The text as a word of URIs: {@code Carif-Oref Bretagne} is {@code carif-oref-bretagne}. */
  public static String slug(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String words = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = words.replaceAll("^-|-$", "");
    return trimmed.length() > MAX_LENGTH ? trimmed.substring(0, MAX_LENGTH) : trimmed;
  }
}
