package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The territories that are published, and which holds which. */
public final class Territories {
  private final Map<Territory, Territory> parents = new HashMap<>();
  private final Map<Territory, String> names = new HashMap<>();

  private Territories() {
    parents.put(Territory.EUROPE, Territory.WORLD);
    parents.put(Territory.FRANCE, Territory.EUROPE);
    names.put(Territory.WORLD, "Monde");
    names.put(Territory.EUROPE, "Europe");
    names.put(Territory.FRANCE, "France");
  }

  /** Those of the official geographic code as it is published. */
  public static Territories of(Snapshot snapshot) {
    Territories territories = new Territories();
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
    return names.containsKey(territory);
  }

  /** Its French name, or its code where it is unknown. */
  public String name(Territory territory) {
    return names.getOrDefault(territory, territory.toString());
  }

  /** The smallest territory that holds that one. */
  public Optional<Territory> parent(Territory territory) {
    return Optional.ofNullable(parents.get(territory));
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
