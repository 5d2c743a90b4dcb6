package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A territory that somebody chose: communes of a vintage, known by the hash of what it is made of
 * and of nothing else. However it was asked for, the same communes are the same perimeter.
 */
public final class Perimeter {
  /** Characters of the hash that name it where no other begins like it. */
  public static final int SHORT = 16;

  private final int vintage;
  private final List<String> codes;
  private final String hash;

  private Perimeter(int vintage, List<String> codes) {
    this.vintage = vintage;
    this.codes = codes;
    String content = vintage + "\n" + String.join("\n", codes) + "\n";
    hash =
        HexFormat.of()
            .formatHex(SourceFile.digest().digest(content.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The perimeter of those communes.
   *
   * @param codes in any order, repeated or not
   * @throws IllegalArgumentException without commune, or with what is no code of one
   */
  public static Perimeter of(int vintage, Collection<String> codes) {
    List<String> sorted = codes.stream().distinct().sorted().toList();
    if (sorted.isEmpty() || !sorted.stream().allMatch(Territory::isCommuneCode)) {
      throw new IllegalArgumentException("no perimeter: " + sorted.stream().limit(3).toList());
    }
    return new Perimeter(vintage, sorted);
  }

  /** The perimeter of those communes of the reference vintage. */
  public static Perimeter of(Geography geography, Communes communes) {
    return of(geography.vintage(), geography.codes(communes));
  }

  /** Whether that has the form of a hash, or of the beginning of one. */
  public static boolean isName(String text) {
    return text.toLowerCase(Locale.ROOT).matches("[0-9a-f]{" + SHORT + ",64}");
  }

  /** Year of the geographic code. */
  public int vintage() {
    return vintage;
  }

  /** Codes of its communes, in order. */
  public List<String> codes() {
    return codes;
  }

  /** SHA-256 of vintage and codes, a line each, in lower-case hexadecimal. */
  public String hash() {
    return hash;
  }

  /**
   * Its communes in a geography, whose reference vintage may be another by now.
   *
   * @return what could be placed, whole or in part, and what could not
   */
  public Placed in(Geography geography) {
    return vintage == geography.vintage()
        ? placed(geography)
        : geography
            .vintage(vintage)
            .map(then -> new FormerCommunes(then, codes).in())
            .orElseGet(() -> new Placed(Communes.NONE, List.of(), codes));
  }

  private Placed placed(Geography geography) {
    BitSet places = new BitSet();
    List<String> lost = new ArrayList<>();
    for (String code : codes) {
      int place = geography.place(code);
      if (place >= 0) {
        places.set(place);
      } else {
        lost.add(code);
      }
    }
    return new Placed(Communes.of(places), List.of(), lost);
  }

  /**
   * A commune of today of which only a part is in a perimeter: it was several, or is made of parts
   * of others.
   *
   * @param place of the commune
   * @param share part of it that is inside, between 0 and 1
   * @param key by what the part is known: an estimate
   */
  public record Fraction(int place, double share, Passage.Sharing key) {}

  /**
   * A perimeter in a geography.
   *
   * @param communes those of today that are in it whole: figures add up exactly
   * @param fractions those of which a part is: the same part of their figures is an estimate
   * @param lost codes of communes that are not known, or of which nothing says what they became
   */
  public record Placed(Communes communes, List<Fraction> fractions, List<String> lost) {
    public Placed {
      fractions = List.copyOf(fractions);
      lost = List.copyOf(lost);
    }

    /** Whether it is those communes and nothing else. */
    public boolean isExact() {
      return fractions.isEmpty() && lost.isEmpty();
    }

    /** Territories that have those communes and no other. */
    public List<Zone> equal(Geography geography) {
      return isExact() ? geography.equal(communes) : List.of();
    }

    /** Inhabitants, of fractions their part; empty where no commune has a known population. */
    public OptionalLong population(Geography geography) {
      double parts =
          fractions.stream()
              .mapToDouble(each -> each.share() * Math.max(0, geography.population(each.place())))
              .sum();
      OptionalLong whole = geography.population(communes);
      return whole.isEmpty() && parts == 0
          ? OptionalLong.empty()
          : OptionalLong.of(whole.orElse(0) + Math.round(parts));
    }

    /** In words, what is estimated and by what, and what is lost. */
    public List<String> explanations(Geography geography) {
      Stream<String> estimated =
          fractions.stream()
              .map(each ->
                  String.format(
                      Locale.FRENCH,
                      "%.1f %% de %s (COM-%s), %s : estimation",
                      100 * each.share(),
                      geography.name(each.place()),
                      geography.code(each.place()),
                      each.key().explanation()));
      return Stream.concat(
              estimated,
              lost.stream().map(each -> "COM-" + each + " : on ne sait ce qu'elle est devenue"))
          .toList();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Perimeter perimeter && hash.equals(perimeter.hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return hash.substring(0, SHORT) + " (" + codes.size() + " communes " + vintage + ")";
  }
}
