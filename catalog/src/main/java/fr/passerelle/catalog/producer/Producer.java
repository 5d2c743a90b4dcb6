package fr.passerelle.catalog.producer;

import fr.passerelle.vocab.Label;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An organisation that makes studies (foaf:Agent, org:Organization).
 *
 * @param code word by which it is named in addresses and files, e.g. {@code carif-oref-paca}
 * @param names its names, one per language, French always
 * @param kind what kind of organisation it is
 * @param homepage its site; empty if none is known
 * @param validFrom day it began to exist, where known
 * @param validUntil last day it existed; empty while it does
 * @param successors codes of those that took over what it did
 * @param trusted whether an agreement lets it publish at once, without qualification
 */
public record Producer(
    String code,
    List<Label> names,
    ProducerKind kind,
    String homepage,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validUntil,
    List<String> successors,
    boolean trusted) {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST_CODE = 60;

  public Producer {
    names = List.copyOf(names);
    successors = List.copyOf(successors);
    if (!isCode(code)) {
      throw new IllegalArgumentException("no code of a producer: " + code);
    }
    if (names.stream().noneMatch(label -> label.lang().equals("fr"))) {
      throw new IllegalArgumentException(code + " has no French name");
    }
  }

  /** Whether a word can be a code: lower-case letters without accents, digits and hyphens. */
  public static boolean isCode(String word) {
    return word.length() <= LONGEST_CODE && CODE.matcher(word).matches();
  }

  /** Its name in that language, else in French. */
  public String name(String lang) {
    return names.stream()
        .filter(label -> label.lang().equals(lang))
        .findFirst()
        .or(() -> names.stream().filter(label -> label.lang().equals("fr")).findFirst())
        .orElseThrow()
        .text();
  }

  /** Whether it existed on that day. */
  public boolean existed(LocalDate day) {
    return validFrom.filter(day::isBefore).isEmpty() && validUntil.filter(day::isAfter).isEmpty();
  }
}
