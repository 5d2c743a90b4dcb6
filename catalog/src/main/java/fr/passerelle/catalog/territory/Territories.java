package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The territories that studies are about, and which holds which. Regions and departments are those
 * of the published geographic code; zones and communes those of the {@link Geography}, whose holder
 * is the smallest of department, region and France that has all of their communes.
 */
public final class Territories {
  private final Optional<Supplier<Geography>> geography;
  private final Map<Territory, Territory> parents = new HashMap<>();
  private final Map<Territory, String> names = new HashMap<>();

  private Territories(Optional<Supplier<Geography>> geography) {
    this.geography = geography;
    parents.put(Territory.EUROPE, Territory.WORLD);
    parents.put(Territory.FRANCE, Territory.EUROPE);
    names.put(Territory.WORLD, "Monde");
    names.put(Territory.EUROPE, "Europe");
    names.put(Territory.FRANCE, "France");
  }

  /** Those of the official geographic code as it is published, without zones and communes. */
  public static Territories of(Snapshot snapshot) {
    return of(snapshot, Optional.empty());
  }

  /** The same, and the zones and communes of what the geography is whenever it is asked. */
  public static Territories of(Snapshot snapshot, Supplier<Geography> geography) {
    return of(snapshot, Optional.of(geography));
  }

  private static Territories of(Snapshot snapshot, Optional<Supplier<Geography>> geography) {
    Territories territories = new Territories(geography);
    territories.add(snapshot, "regions", Territory.Level.REGION);
    territories.add(snapshot, "departements", Territory.Level.DEPARTMENT);
    return territories;
  }

  private void add(Snapshot snapshot, String scheme, Territory.Level level) {
    snapshot
        .findScheme(scheme)
        .ifPresent(published ->
            published
                .scheme()
                .concepts()
                .forEach(each -> add(each, new Territory(level, each.code()))));
  }

  private void add(Concept concept, Territory territory) {
    names.put(territory, concept.prefLabel("fr"));
    parents.put(
        territory,
        concept
            .links(Link.Kind.BROADER)
            .map(link -> new Territory(Territory.Level.REGION, link.target().code()))
            .filter(parent -> territory.level() == Territory.Level.DEPARTMENT)
            .findFirst()
            .orElse(Territory.FRANCE));
  }

  /** Whether there is such a territory. */
  public boolean has(Territory territory) {
    return names.containsKey(territory) || zone(territory).isPresent();
  }

  /** Its French name, or its code where it is unknown. */
  public String name(Territory territory) {
    String name = names.get(territory);
    return name != null ? name : zone(territory).map(Zone::name).orElse(territory.toString());
  }

  /** The smallest territory that holds that one. */
  public Optional<Territory> parent(Territory territory) {
    Territory known = parents.get(territory);
    return known != null ? Optional.of(known) : zone(territory).map(this::holder);
  }

  /** Zones are many and few are asked for: their holders are looked for each time. */
  private Territory holder(Zone zone) {
    return Stream.of(Territory.DEPARTMENTS, Territory.REGIONS)
        .flatMap(zoning -> geography.orElseThrow().get().zoning(zoning).stream())
        .flatMap(zoning -> zoning.zones().stream())
        .filter(each -> each.communes().containsAll(zone.communes()))
        .map(Zone::territory)
        .filter(each -> !each.equals(zone.territory()))
        .findFirst()
        .orElse(Territory.FRANCE);
  }

  private Optional<Zone> zone(Territory territory) {
    return geography.flatMap(each -> each.get().find(territory));
  }

  /** The territories just below that one, in the order of their codes. */
  public List<Territory> within(Territory large) {
    return parents.entrySet().stream()
        .filter(each -> each.getValue().equals(large))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The territory itself, then those that hold it, the smallest first. */
  public List<Territory> chain(Territory territory) {
    List<Territory> chain = new ArrayList<>(List.of(territory));
    Optional<Territory> up = parent(territory);
    while (up.isPresent()) {
      chain.add(up.get());
      up = parent(up.get());
    }
    return chain;
  }

  /** Whether the first is the second, or holds it. */
  public boolean contains(Territory large, Territory small) {
    return chain(small).contains(large);
  }
}
