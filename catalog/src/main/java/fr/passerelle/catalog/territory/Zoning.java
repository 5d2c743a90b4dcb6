package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.Licence;
import java.time.LocalDate;
import java.util.List;

/**
 * A way to cut France, or a part of it, into zones.
 *
 * @param id short name in capitals, before the hyphen of the codes of its zones
 * @param title French name
 * @param origin who says so
 * @param zones zones in the order of their codes
 */
public record Zoning(String id, String title, Origin origin, List<Zone> zones) {
  public Zoning {
    zones = List.copyOf(zones);
  }

  /**
   * Whether somebody else than Insee and the ministries cut it: it came alone, as a region's do.
   */
  public boolean isOwn() {
    return origin.edition().equals(GeographyPart.edition(id));
  }

  /**
   * Where a zoning, or a list of communes, comes from.
   *
   * @param edition part that gives it
   * @param release name of the state
   * @param issued date given by its author
   * @param author who made it
   * @param licence under which it may be used again
   * @param sample whether it is the bundled one
   */
  public record Origin(
      String edition,
      String release,
      LocalDate issued,
      String author,
      Licence licence,
      boolean sample) {

    /** Ready to paste. */
    public String citation() {
      return "%s, %s (%s), %s, %s.".formatted(author, edition, release, issued, licence.label());
    }
  }
}
