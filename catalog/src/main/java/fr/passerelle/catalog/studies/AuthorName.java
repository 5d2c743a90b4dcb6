package fr.passerelle.catalog.studies;

import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.search.Folding;
import fr.passerelle.vocab.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person as records write her or him: by an ORCID where one is given, else by the words of the
 * name in any order, case and accents apart.
 *
 * @param key what is compared
 */
record AuthorName(String key) {
  private static final Pattern ORCID = Pattern.compile("(\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dXx])");
  private static final int SHORTEST = 2;

  /**
   * The person that an operator names.
   *
   * @throws RefusedException if that is no name
   */
  static AuthorName asked(String text) {
    Optional<String> orcid = orcid(text);
    String words = words(text);
    long named = Arrays.stream(words.split(" ", -1)).filter(AuthorName::isWord).count();
    if (orcid.isEmpty() && named < SHORTEST) {
      throw RefusedException.of(
          "auteur",
          "name",
          "un nom et un prénom sont attendus, ou un ORCID (0000-0002-1825-0097) : un mot seul"
              + " effacerait des homonymes");
    }
    if (orcid.filter(each -> !isSound(each)).isPresent()) {
      throw RefusedException.of(
          "auteur",
          "orcid",
          "le dernier chiffre de « %s » ne suit pas des autres : un ORCID mal recopié n'effacerait"
                  .formatted(orcid.get())
              + " personne ; le relire");
    }
    return new AuthorName(orcid.orElse(words));
  }

  /** Whether the last digit is that of the others (ISO 7064, MOD 11-2). */
  private static boolean isSound(String orcid) {
    String digits = orcid.replace("-", "");
    int sum = 0;
    for (int i = 0; i < digits.length() - 1; i++) {
      sum = (sum + Character.digit(digits.charAt(i), 10)) * 2;
    }
    int check = (12 - sum % 11) % 11;
    return digits.charAt(digits.length() - 1)
        == (check == 10 ? 'X' : Character.forDigit(check, 10));
  }

  private static boolean isWord(String word) {
    return word.chars().anyMatch(Character::isLetter);
  }

  /** Whether an author is written so. */
  boolean isOf(String author) {
    return orcid(author).filter(key::equals).isPresent() || words(author).equals(key);
  }

  /** Whether a text names the person. */
  boolean isIn(String text) {
    if (orcid(key).isPresent()) {
      return text.contains(key);
    }
    TreeSet<String> words = new TreeSet<>(Arrays.asList(Folding.of(text).split(" ", -1)));
    return words.containsAll(Arrays.asList(key.split(" ", -1)));
  }

  private static Optional<String> orcid(String text) {
    Matcher matcher = ORCID.matcher(text);
    return matcher.find()
        ? Optional.of(matcher.group(1).toUpperCase(java.util.Locale.ROOT))
        : Optional.empty();
  }

  /** "Dupont, Jeanne" is "Jeanne Dupont"; an ORCID beside the name is none of its words. */
  private static String words(String text) {
    String bare = ORCID.matcher(text.replaceAll("https?://orcid\\.org/", "")).replaceAll("");
    String[] words = Folding.of(bare).split(" ", -1);
    Arrays.sort(words);
    return String.join(" ", words);
  }

  /** What is kept of it: whoever has the hash cannot read the name, who has the name can tell. */
  String sha256(String salt) {
    byte[] hash = SourceFile.digest().digest((salt + "\n" + key).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }

  /** Whether an author, as written, has one of the keys that such hash is of. */
  static boolean matches(String author, String salt, String sha256) {
    return orcid(author)
            .filter(each -> new AuthorName(each).sha256(salt).equals(sha256))
            .isPresent()
        || new AuthorName(words(author)).sha256(salt).equals(sha256);
  }
}
