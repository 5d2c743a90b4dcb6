package fr.passerelle.catalog.territory;

import fr.passerelle.catalog.territory.GeographyPart.Commune;
import fr.passerelle.vocab.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The making of a {@link Geography} from parts. */
final class Assembly {
  private final List<Geography.Source> parts;
  private final int baseAt;
  private final Geography.Source base;
  private final List<String> codes;
  private final List<String> names;
  private final int[] populations;
  private final Map<String, Integer> places;
  private final Crossings crossings;

  Assembly(List<Geography.Source> parts) {
    this.parts = List.copyOf(parts);
    baseAt = lastOfCommunes(parts);
    base = parts.get(baseAt);
    List<Commune> communes = base.part().communes();
    codes = communes.stream().map(Commune::code).toList();
    names = communes.stream().map(Commune::name).toList();
    populations = communes.stream().mapToInt(Commune::population).toArray();
    places = new HashMap<>(communes.size() * 2);
    for (int i = 0; i < codes.size(); i++) {
      if (i > 0 && codes.get(i - 1).compareTo(codes.get(i)) >= 0) {
        throw new IllegalArgumentException("communes out of order: " + codes.get(i));
      }
      places.put(codes.get(i), i);
    }
    crossings =
        new Crossings(
            base.part(),
            places,
            parts.stream().flatMap(each -> each.part().successors().stream()).toList());
  }

  private static int lastOfCommunes(List<Geography.Source> parts) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (parts.get(i).part().vintage() > 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("no list of communes");
  }

  Zoning.Origin origin() {
    return base.origin();
  }

  List<Zoning.Origin> passages() {
    return parts.stream()
        .filter(each -> !each.part().steps().isEmpty() || !each.part().successors().isEmpty())
        .map(Geography.Source::origin)
        .distinct()
        .toList();
  }

  int reference() {
    return base.part().vintage();
  }

  List<String> codes() {
    return codes;
  }

  List<String> names() {
    return names;
  }

  int[] populations() {
    return populations;
  }

  Map<String, Integer> places() {
    return places;
  }

  /** Zonings by name; a later part replaces one of the same name. */
  Map<String, Zoning> zonings() {
    Map<String, Zoning> zonings = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) {
      Geography.Source source = parts.get(i);
      boolean own = i == baseAt;
      // Zones of another list of communes would be lists of other places.
      if (own || source.part().vintage() == 0) {
        source.part().zonings().forEach(each -> zonings.put(each.id(), zoning(source, own, each)));
      }
    }
    Zoning departments = zonings.get(Territory.DEPARTMENTS);
    if (departments != null) {
      Zoning academies = Academies.of(departments);
      zonings.put(academies.id(), academies);
    }
    return zonings;
  }

  private Zoning zoning(Geography.Source source, boolean own, GeographyPart.Zoning given) {
    List<Zone> zones = new ArrayList<>();
    for (GeographyPart.Zone each : given.zones()) {
      zones.add(
          new Zone(
              Territory.of(given.id(), each.code()),
              each.label(),
              own ? each.communes() : translated(source.part(), each.communes())));
    }
    zones.removeIf(each -> each.communes().isEmpty());
    zones.sort(Comparator.comparing(Zone::territory));
    return new Zoning(given.id(), given.title(), source.origin(), zones);
  }

  /** A table of another producer names communes of all years: those of today count. */
  private Communes translated(GeographyPart part, Communes given) {
    return Communes.of(
        given.stream()
            .map(each -> places.getOrDefault(part.communes().get(each).code(), -1))
            .filter(each -> each >= 0)
            .toArray());
  }

  NavigableMap<Integer, Vintage> vintages() {
    return crossings.vintages(codes, names);
  }

  Map<String, List<String>> former() {
    return crossings.former();
  }

  String version() {
    String all =
        parts.stream()
            .map(each -> each.hash() + "/" + each.origin().licence().code())
            .collect(Collectors.joining(","));
    return HexFormat.of()
        .formatHex(SourceFile.digest().digest(all.getBytes(StandardCharsets.UTF_8)), 0, 8);
  }
}
