package fr.passerelle.api.rest;

import fr.passerelle.catalog.territory.Perimeter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A perimeter: communes of a vintage, by the hash of what it is made of.
 *
 * @param uri its address, for ever that of these communes
 * @param hash SHA-256 of vintage and codes
 * @param id beginning of the hash, which names it here
 * @param vintage year of the geographic code
 * @param communes codes of its communes, in order
 * @param size how many there are
 * @param population inhabitants; null where none is known
 * @param members how it was first asked for; no part of what it is
 * @param equal territories that have the same communes
 * @param contains the largest territories that it holds whole: no other of them holds one
 * @param fractions communes of today of which only a part is in it, as they were several or are
 *     made of others: that part of their figures is an estimate (status E)
 * @param lost codes of its communes that are not known any more
 * @param created when it was first asked for
 * @param source who says which communes there are: producer, date, licence, citation
 */
@Serdeable
@Schema(name = "Perimeter")
public record PerimeterView(
    String uri,
    String hash,
    String id,
    int vintage,
    List<String> communes,
    int size,
    @Nullable Long population,
    List<String> members,
    List<TerritoryView.Item> equal,
    List<TerritoryView.Item> contains,
    List<FractionView> fractions,
    List<String> lost,
    Instant created,
    SourceView source) {

  /**
   * A commune of today of which only a part is in a perimeter.
   *
   * @param territory the commune
   * @param share part of it that is inside, between 0 and 1
   * @param sharing by what the part is known, in French
   */
  @Serdeable
  @Schema(name = "PerimeterFraction")
  record FractionView(TerritoryView.Item territory, double share, String sharing) {
    static FractionView of(TerritoryView.Views views, Perimeter.Fraction fraction) {
      return new FractionView(
          views.commune(fraction.place()), fraction.share(), fraction.key().explanation());
    }
  }
}
