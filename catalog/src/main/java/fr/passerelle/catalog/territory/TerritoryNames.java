package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.Uris;

/**
 * The persistent names of territories, zonings and perimeters: under the national base, but for
 * what a region cut itself, and for perimeters, which are named under the region's base.
 *
 * @param uris bases of this installation
 */
public record TerritoryNames(Uris uris) {
  /** URI of a territory: {@code {base}/id/territory/{code}}. */
  public String territory(Geography geography, Territory territory) {
    return base(geography, territory.zoning()) + "/id/territory/" + Uris.path(territory.toString());
  }

  /** URI of a zoning: {@code {base}/id/zoning/{id}}. */
  public String zoning(Geography geography, String zoning) {
    return base(geography, zoning) + "/id/zoning/" + Uris.path(zoning);
  }

  /** URI of a perimeter: {@code {base}/id/perimeter/{hash}}. */
  public String perimeter(String hash) {
    return uris.regionalBase() + "/id/perimeter/" + hash;
  }

  private String base(Geography geography, String zoning) {
    return geography.zoning(zoning).filter(Zoning::isOwn).isPresent()
        ? uris.regionalBase()
        : uris.nationalBase();
  }
}
