package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

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
   * @return what could be placed, and what could not
   */
  public Placed in(Geography geography) {
    int[] places = new int[codes.size()];
    int count = 0;
    List<String> lost = new ArrayList<>();
    for (String code : codes) {
      int place = place(geography, code);
      if (place >= 0) {
        places[count++] = place;
      } else {
        lost.add(code);
      }
    }
    return new Placed(Communes.of(Arrays.copyOf(places, count)), lost);
  }

  private int place(Geography geography, String code) {
    return vintage == geography.vintage()
        ? geography.place(code)
        : geography.vintage(vintage).map(then -> then.place(code)).orElse(-1);
  }

  /**
   * A perimeter in a geography.
   *
   * @param lost codes of communes that were split since, or are not known: figures cannot be added
   *     up over them
   */
  public record Placed(Communes communes, List<String> lost) {
    public Placed {
      lost = List.copyOf(lost);
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
