package fr.passerelle.api.rest;

import fr.passerelle.catalog.territory.Biography;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.catalog.territory.Overlap;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.Zoning;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A territory.
 *
 * @param uri its address
 * @param code its code, e.g. {@code D13}, {@code EPCI-200054807}, {@code COM-13055}
 * @param name French name
 * @param type zoning, {@code COM} for a commune, {@code PAYS} for France and its comparisons
 * @param typeLabel French name of the zoning
 * @param current whether it is one of the reference vintage; a commune that is no more has
 *     successors
 * @param vintage reference year of the geographic code
 * @param vintages of a commune, years of the geographic code that have it
 * @param communes how many communes it has in the reference vintage
 * @param population inhabitants; null where none is known
 * @param in zones that hold it whole or in part, but not those that it holds whole, with shares
 * @param successors of a commune that is no more, or was split, what it became
 * @param predecessors of a commune, what went into it, by vintage
 * @param members address of its communes
 * @param source who says so: producer, date, licence, citation
 */
@Serdeable
@Schema(name = "Territory")
public record TerritoryView(
    String uri,
    String code,
    String name,
    String type,
    String typeLabel,
    boolean current,
    int vintage,
    List<Integer> vintages,
    int communes,
    @Nullable Long population,
    List<PartView> in,
    List<SuccessorView> successors,
    List<PredecessorView> predecessors,
    @Nullable String members,
    SourceView source) {

  /**
   * A territory in a list.
   *
   * @param uri its address
   * @param code its code
   * @param name French name
   * @param type zoning, {@code COM} for a commune
   * @param communes how many communes it has
   * @param population inhabitants; null where none is known
   */
  @Serdeable
  @Schema(name = "TerritoryItem")
  record Item(
      String uri, String code, String name, String type, int communes, @Nullable Long population) {}

  /**
   * A zoning.
   *
   * @param id value of the filter type
   * @param label French name
   * @param zones how many zones it has
   * @param source who made it
   */
  @Serdeable
  @Schema(name = "TerritoryType")
  record TypeView(String id, String label, int zones, SourceView source) {}

  /**
   * A page of territories.
   *
   * @param items largest kinds first, then by code; best match first where words are given
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param types zonings there are, with their sources
   * @param vintage reference year of the geographic code
   * @param vintages years of the geographic code that are known
   * @param emptyReason why there are none; null where there are
   * @param emptyExplanation the reason in French
   */
  @Serdeable
  @Schema(name = "TerritoryPage")
  record Listed(
      List<Item> items,
      int total,
      @Nullable String next,
      List<TypeView> types,
      int vintage,
      List<Integer> vintages,
      @Nullable String emptyReason,
      @Nullable String emptyExplanation) {}

  /**
   * A page of communes.
   *
   * @param items communes by code
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param vintage year of the geographic code
   * @param source who says so
   */
  @Serdeable
  @Schema(name = "CommunePage")
  record Communes(
      List<Item> items, int total, @Nullable String next, int vintage, SourceView source) {}

  /**
   * How a territory lies over another.
   *
   * @param uri address of the other
   * @param code its code
   * @param name its name
   * @param type its zoning
   * @param communes communes in both
   * @param share share of the communes of the territory that are in the other; 1 where it holds it
   * @param shareOfOther share of the communes of the other
   * @param sharePopulation share of the population of the territory; null where none is known
   */
  @Serdeable
  @Schema(name = "TerritoryOverlap")
  record PartView(
      String uri,
      String code,
      String name,
      String type,
      int communes,
      double share,
      double shareOfOther,
      @Nullable Double sharePopulation) {}

  /**
   * What a commune became.
   *
   * @param uri address of the commune of today
   * @param code its code
   * @param name its name
   * @param vintage year from which figures pass
   * @param share share of the former commune, 0 to 1
   * @param estimated whether the share is an estimate
   * @param sharing by what it is shared, in French; null where all of it passed
   */
  @Serdeable
  @Schema(name = "TerritorySuccessor")
  record SuccessorView(
      String uri,
      String code,
      String name,
      @Nullable Integer vintage,
      double share,
      boolean estimated,
      @Nullable String sharing) {}

  /**
   * A commune of another vintage that went into one of today.
   *
   * @param vintage year of the geographic code
   * @param code its code then
   * @param name its name then
   */
  @Serdeable
  @Schema(name = "TerritoryPredecessor")
  record PredecessorView(int vintage, String code, String name) {}

  /** Views of one geography. */
  record Views(Geography geography, String address) {

    Item item(Zone zone) {
      return new Item(
          uri(zone.territory()),
          zone.territory().toString(),
          zone.name(),
          zone.territory().zoning(),
          zone.communes().size(),
          boxed(geography.population(zone.communes())));
    }

    String uri(Territory territory) {
      return address + "/api/v1/territories/" + territory;
    }

    static SourceView source(Zoning.Origin origin) {
      return new SourceView(
          origin.edition(),
          origin.author(),
          origin.release(),
          origin.issued(),
          SourceView.LicenceView.of(origin.licence()),
          origin.citation(),
          origin.sample());
    }

    /** Who says what a territory is. */
    SourceView source(Territory territory) {
      return source(
          geography.zoning(territory.zoning()).map(Zoning::origin).orElse(geography.origin()));
    }

    List<TypeView> types() {
      return geography.zonings().stream()
          .map(each ->
              new TypeView(each.id(), each.title(), each.zones().size(), source(each.origin())))
          .toList();
    }

    String label(Territory territory) {
      return switch (territory.level()) {
        case COMMUNE -> "Communes";
        case WORLD, EUROPE, COUNTRY, COMPARISON -> "France et territoires de comparaison";
        case REGION, DEPARTMENT, ZONE ->
            geography.zoning(territory.zoning()).map(Zoning::title).orElse(territory.zoning());
      };
    }

    /** A territory of the reference vintage. */
    TerritoryView view(Zone zone) {
      Territory territory = zone.territory();
      Optional<Biography> life = life(territory);
      return new TerritoryView(
          uri(territory),
          territory.toString(),
          zone.name(),
          territory.zoning(),
          label(territory),
          true,
          geography.vintage(),
          life.map(Biography::vintages).orElse(List.of()),
          zone.communes().size(),
          boxed(geography.population(zone.communes())),
          geography.across(zone).stream().map(this::part).toList(),
          life.map(this::successors).orElse(List.of()),
          life.map(Views::predecessors).orElse(List.of()),
          uri(territory) + "/communes",
          source(territory));
    }

    /** A commune that is no more. */
    TerritoryView former(Territory territory, Biography life) {
      return new TerritoryView(
          uri(territory),
          territory.toString(),
          life.name(),
          territory.zoning(),
          label(territory),
          false,
          geography.vintage(),
          life.vintages(),
          0,
          null,
          List.of(),
          successors(life),
          List.of(),
          null,
          source(territory));
    }

    private Optional<Biography> life(Territory territory) {
      return territory.level() == Territory.Level.COMMUNE
          ? geography.biography(territory.code())
          : Optional.empty();
    }

    PartView part(Overlap overlap) {
      Territory other = overlap.other().territory();
      OptionalDouble people = overlap.population();
      return new PartView(
          uri(other),
          other.toString(),
          overlap.other().name(),
          other.zoning(),
          overlap.common(),
          overlap.share(),
          overlap.ofOther(),
          people.isPresent() ? people.getAsDouble() : null);
    }

    private List<SuccessorView> successors(Biography life) {
      return life.successors().stream()
          .map(each -> {
            Territory now = Territory.commune(geography.code(each.place()));
            return new SuccessorView(
                uri(now),
                now.toString(),
                geography.name(each.place()),
                each.vintage().isPresent() ? each.vintage().getAsInt() : null,
                each.share(),
                each.estimated(),
                each.estimated() ? each.sharing().explanation() : null);
          })
          .toList();
    }

    private static List<PredecessorView> predecessors(Biography life) {
      return life.predecessors().stream()
          .map(each -> new PredecessorView(each.vintage(), each.code(), each.name()))
          .toList();
    }

    static @Nullable Long boxed(OptionalLong count) {
      return count.isPresent() ? count.getAsLong() : null;
    }

    Item commune(int place) {
      int people = geography.population(place);
      Territory territory = Territory.commune(geography.code(place));
      return new Item(
          uri(territory),
          territory.toString(),
          geography.name(place),
          Territory.COMMUNE,
          1,
          people == GeographyPart.UNKNOWN ? null : (long) people);
    }
  }
}
