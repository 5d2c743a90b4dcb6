package fr.passerelle.api.graphql;

import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.api.http.PerimeterDesk;
import fr.passerelle.api.http.Territories;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.territory.Biography;
import fr.passerelle.catalog.territory.Directory;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Overlap;
import fr.passerelle.catalog.territory.Perimeter;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.catalog.territory.store.Perimeters;
import fr.passerelle.catalog.territory.store.StoredPerimeter;
import fr.passerelle.vocab.service.Absence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Territories, their communes through the vintages, and perimeters. */
final class TerritoryFields {
  private TerritoryFields() {}

  static List<Fields<?>> all() {
    return List.of(
        territory(),
        ConnectionFields.connection("TerritoryConnection"),
        ConnectionFields.edge("TerritoryEdge").part("node", edge -> node(edge.item())),
        Fields.of("TerritoryOverlap", Overlap.class)
            .part("territory", each -> each.other().territory())
            .part("communes", Overlap::common)
            .part("share", Overlap::share)
            .part("shareOfOther", Overlap::ofOther)
            .part(
                "sharePopulation",
                each -> each.population().isPresent() ? each.population().getAsDouble() : null),
        Fields.of("TerritorySuccessor", Biography.Successor.class)
            .field("territory", (each, call) -> commune(call, each.place()))
            .part("vintage", each -> each.vintage().isPresent() ? each.vintage().getAsInt() : null)
            .part("share", Biography.Successor::share)
            .part("estimated", Biography.Successor::estimated)
            .part("sharing", each -> each.estimated() ? each.sharing().explanation() : null),
        Fields.of("TerritoryPredecessor", Biography.Predecessor.class)
            .part("vintage", Biography.Predecessor::vintage)
            .part("code", Biography.Predecessor::code)
            .part("name", Biography.Predecessor::name),
        perimeter(),
        Fields.of("PerimeterFraction", Perimeter.Fraction.class)
            .field("territory", (each, call) -> commune(call, each.place()))
            .part("share", Perimeter.Fraction::share)
            .part("sharing", each -> each.key().explanation()),
        Fields.of("CreatedPerimeter", Perimeters.Kept.class)
            .part("created", Perimeters.Kept::created)
            .part("perimeter", Perimeters.Kept::stored));
  }

  /** A page of territories is one of what was found where it was looked for. */
  private static Object node(Object item) {
    return item instanceof Directory.Found found ? found.zone().territory() : item;
  }

  private static Fields<?> territory() {
    return Fields.of("Territory", Territory.class)
        .part("id", each -> NodeId.of(NodeId.Kind.TERRITORY, each.toString()))
        .part("code", Territory::toString)
        .field("name", (each, call) -> name(call, each))
        .field(
            "concept",
            (each, call) -> each.concept().flatMap(ref -> call.view().find(ref)).orElse(null))
        .part("type", Territory::zoning)
        .field(
            "typeLabel",
            (each, call) -> geography(call).zoning(each.zoning()).map(Zoning::title).orElse(null))
        .field("current", (each, call) -> geography(call).find(each).isPresent())
        .field("vintage", (each, call) -> geography(call).vintage())
        .field("vintages", (each, call) -> life(call, each, Biography::vintages))
        .field("successors", (each, call) -> life(call, each, Biography::successors))
        .field("predecessors", (each, call) -> life(call, each, Biography::predecessors))
        .field(
            "population",
            (each, call) ->
                geography(call).find(each).map(zone -> population(call, zone)).orElse(null))
        .field(
            "in",
            (each, call) ->
                geography(call).find(each).map(geography(call)::across).orElse(List.of()))
        .field("communes", (each, call) -> communes(call, each))
        .field("studies", StudyLinkFields::of)
        .field("figures", TerritoryFields::figures);
  }

  private static Fields<?> perimeter() {
    return Fields.of("Perimeter", StoredPerimeter.class)
        .part("hash", each -> each.perimeter().hash())
        .part("id", StoredPerimeter::id)
        .part("vintage", each -> each.perimeter().vintage())
        .part("communes", each -> each.perimeter().codes())
        .part("size", each -> each.perimeter().codes().size())
        .field(
            "population",
            (each, call) -> boxed(each.perimeter().in(geography(call)).population(geography(call))))
        .part("members", StoredPerimeter::members)
        .field(
            "equal",
            (each, call) ->
                territories(each.perimeter().in(geography(call)).equal(geography(call))))
        .field(
            "contains",
            (each, call) ->
                territories(
                    geography(call).largestIn(each.perimeter().in(geography(call)).communes())))
        .field("fractions", (each, call) -> each.perimeter().in(geography(call)).fractions())
        .field("lost", (each, call) -> each.perimeter().in(geography(call)).lost())
        .field("figures", TerritoryFields::figures)
        .part("created", each -> each.createdAt().toString());
  }

  /** A commune that is no more has none. */
  private static Object figures(Territory territory, Call call) {
    return geography(call)
        .find(territory)
        .map(zone -> FigureFields.of(new Place.Named(zone), call))
        .orElseGet(() -> call.explained(List.of(), () -> Absence.of(Absence.Reason.RETIRED)));
  }

  private static Object figures(StoredPerimeter stored, Call call) {
    return FigureFields.of(FigureDesk.drawn(geography(call), stored), call);
  }

  private static List<Territory> territories(List<Zone> zones) {
    return zones.stream().map(Zone::territory).toList();
  }

  private static Geography geography(Call call) {
    return call.view().desk().perimeters().geography();
  }

  private static Territory commune(Call call, int place) {
    return Territory.commune(geography(call).code(place));
  }

  private static String name(Call call, Territory territory) {
    return geography(call)
        .find(territory)
        .map(Zone::name)
        .or(() -> life(call, territory).map(Biography::name))
        .orElseGet(() -> StudyFields.catalogue(call).territories().name(territory));
  }

  private static Optional<Biography> life(Call call, Territory territory) {
    return territory.level() == Territory.Level.COMMUNE
        ? geography(call).biography(territory.code())
        : Optional.empty();
  }

  private static <T> List<T> life(
      Call call, Territory territory, Function<Biography, List<T>> part) {
    return life(call, territory).map(part).orElse(List.of());
  }

  private static @Nullable Integer population(Call call, Zone zone) {
    return boxed(geography(call).population(zone.communes()));
  }

  private static @Nullable Integer boxed(OptionalLong people) {
    return people.isPresent() ? Math.toIntExact(people.getAsLong()) : null;
  }

  private static Connection communes(Call call, Territory territory) {
    Geography geography = geography(call);
    List<Territory> communes =
        geography.find(territory).stream()
            .flatMap(zone -> geography.codes(zone.communes()).stream())
            .map(Territory::commune)
            .toList();
    return Connection.of(
        call, communes, Territory::code, () -> Absence.of(Absence.Reason.NOT_OF_THIS_TYPE));
  }

  /** The territory of a code, or the commune that is no more. */
  static Object one(Call call) {
    String code = call.text("code");
    return Territories.former(geography(call), code)
        .orElseGet(() -> Territories.get(geography(call), code).territory());
  }

  /** The territory of a code, of today or a commune of before, if there is one. */
  static Optional<Territory> find(Call call, String code) {
    Geography geography = geography(call);
    return Territories.former(geography, code)
        .or(() ->
            Optional.of(code)
                .filter(each -> each.length() <= Territory.LONGEST)
                .flatMap(Territory::parse)
                .filter(each -> geography.find(each).isPresent()));
  }

  /** Territories by type, name and place. */
  static Object list(Call call) {
    Geography geography = geography(call);
    String type = call.text("type");
    String within = call.text("within");
    Directory.Query query =
        Territories.query(
            geography,
            type.isEmpty() ? null : type,
            call.text("q"),
            within.isEmpty() ? null : within);
    List<Directory.Found> found = geography.directory().find(query);
    return Connection.of(
        call, found, Directory.Found::order, () -> Territories.absence(geography, query));
  }

  /** A perimeter by its hash. */
  @SuppressWarnings("FutureReturnValueIgnored") // the engine waits for it
  static Object perimeter(Call call) {
    String hash = call.text("hash");
    return call.<String, StoredPerimeter>load(Loaders.PERIMETERS, hash)
        .thenApply(found -> PerimeterDesk.require(hash, found));
  }

  /** Keeps a perimeter. */
  static Object create(Call call) {
    @Nullable Integer vintage = call.environment().getArgument("vintage");
    return call.view()
        .desk()
        .perimeters()
        .create(call.list("members"), vintage == null ? "" : Integer.toString(vintage));
  }
}
