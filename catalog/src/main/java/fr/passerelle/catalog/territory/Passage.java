package fr.passerelle.catalog.territory;

import java.util.List;

/** What a commune of some vintage is in the reference vintage, or why that cannot be said. */
public sealed interface Passage {

  /** The commune is known in its vintage, and so is what it became. */
  record Known(Kind kind, List<Share> shares, Sharing key) implements Passage {
    public Known {
      shares = List.copyOf(shares);
    }

    /** Whether figures pass without estimate: all of the commune is in one of today. */
    public boolean exact() {
      return kind != Kind.SPLIT;
    }

    /** The commune of today that holds all of it, or the one whose share is largest. */
    public int main() {
      return shares.getFirst().place();
    }
  }

  /**
   * An arrondissement municipal of Paris, Lyon or Marseille: no commune, but all of it is in one.
   *
   * @param place the commune
   */
  record District(int place) implements Passage {}

  /**
   * No commune of that vintage, but of others.
   *
   * @param vintages those that have it
   * @param now codes of what it became in the reference vintage, the largest share first
   */
  record OtherVintage(List<Integer> vintages, List<String> now) implements Passage {
    public OtherVintage {
      vintages = List.copyOf(vintages);
      now = List.copyOf(now);
    }
  }

  /** A commune of that vintage, of which no file imported says what it became. */
  record Untraced() implements Passage {}

  /** A code that no vintage known here has. */
  record Unknown() implements Passage {}

  /** A vintage that is not known here. */
  record UnknownVintage() implements Passage {}

  /** How a commune became what it is. */
  enum Kind {
    /** The same commune, alone. */
    SAME,
    /** The same commune under another code. */
    RENAMED,
    /** Part of a commune with others: sums add up exactly. */
    MERGED,
    /** Divided between several communes: shares are estimates. */
    SPLIT
  }

  /** By what a commune that was split is shared. */
  enum Basis {
    /** Nothing is shared. */
    NONE,
    /** By population. */
    POPULATION,
    /** In equal parts, as no population of the parts is known. */
    EQUAL
  }

  /**
   * By what a commune that was split is shared, as an estimate states it.
   *
   * @param vintage geographic vintage of the populations; 0 without
   */
  record Sharing(Basis basis, int vintage) {
    /** Nothing is shared. */
    public static final Sharing NONE = new Sharing(Basis.NONE, 0);

    /** In words. */
    public String explanation() {
      return switch (basis) {
        case NONE -> "rien n'est réparti";
        case POPULATION -> "réparti selon la population des communes, géographie " + vintage;
        case EQUAL -> "réparti en parts égales : la population des parties est inconnue";
      };
    }
  }

  /**
   * A commune of today and what it has of another.
   *
   * @param place place in the order of codes
   * @param share from 0 to 1
   */
  record Share(int place, double share) {}
}
