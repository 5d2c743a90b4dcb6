package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Passage;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Vintage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What codes of a raw table are: communes of its vintage, or territories whose total it gives. */
final class Places {
  private final Geography geography;
  private final int vintage;
  private final Partition units;
  private final Map<String, Where> known = new HashMap<>();

  /** How many communes of the vintage are in each unit. */
  private final int[] parts;

  private int communes;

  /** What a code is. */
  sealed interface Where {
    /**
     * A commune of the vintage.
     *
     * @param unit the unit it is in
     * @param number its own number among communes of the vintage
     */
    record Commune(int unit, int number) implements Where {}

    /** A territory of which a total is given. */
    record Zone(Communes communes) implements Where {}

    /** Neither. */
    record Unknown(String rule, String advice) implements Where {}
  }

  Places(Geography geography, int vintage, Partition units) {
    this.geography = geography;
    this.vintage = vintage;
    this.units = units;
    this.parts = new int[units.groups().size()];
    geography
        .vintage(vintage)
        .map(Vintage::codes)
        .orElse(List.of())
        .forEach(code -> {
          if (find(code) instanceof Where.Commune commune) {
            parts[commune.unit()]++;
          }
        });
  }

  Where find(String code) {
    return known.computeIfAbsent(code, this::look);
  }

  private Where look(String code) {
    if (!Territory.isCommuneCode(code)) {
      return zone(code);
    }
    return switch (geography.passage(code, vintage)) {
      case Passage.Known passage -> commune(passage.main());
      case Passage.District district -> commune(district.place());
      case Passage.OtherVintage other ->
          new Where.Unknown("commune", "commune d'une autre géographie, à convertir : " + vintage);
      case Passage.Untraced _, Passage.Unknown _ ->
          new Where.Unknown("commune", "pas de commune de ce code dans la géographie " + vintage);
      case Passage.UnknownVintage _ ->
          new Where.Unknown(
              "vintage",
              "géographie " + vintage + " inconnue : donner ses fichiers (--territories)");
    };
  }

  private Where commune(int place) {
    int unit = units.group(place);
    return unit < 0
        ? new Where.Unknown("scope", "commune hors du champ de la fiche : la retirer")
        : new Where.Commune(unit, communes++);
  }

  private Where zone(String code) {
    Optional<Communes> communes = Territory.parse(code).flatMap(geography::communes);
    return communes.isPresent()
        ? new Where.Zone(communes.get())
        : new Where.Unknown("territory", "ni commune ni territoire de ce code");
  }

  /** How many communes of the vintage are in a unit. */
  int parts(int unit) {
    return Math.max(1, parts[unit]);
  }

  /** The units that lie in a territory; empty where it cuts one, or is not all in the scope. */
  Optional<List<Integer>> within(Communes communes) {
    BitSet found = new BitSet();
    for (int i = 0; i < communes.size(); i++) {
      int unit = units.group(communes.at(i));
      if (unit < 0) {
        return Optional.empty();
      }
      found.set(unit);
    }
    if (!units.whole(communes).equals(communes)) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>();
    found.stream().forEach(all::add);
    return Optional.of(all);
  }
}
