package fr.passerelle.catalog.territory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fr.passerelle.catalog.territory.GeographyPart.Commune;
import fr.passerelle.catalog.territory.GeographyPart.Succession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Makes the bundled territories: {@code SampleMaker DATA OUT}, where DATA is the folder {@code
 * data} of the npm package {@code @etalab/decoupage-administratif} 4.1.0 (Insee, DGCL; data under
 * Licence Ouverte) and OUT the resource {@code territoires-2024.tsv.gz}.
 */
final class SampleMaker {
  private final Path data;
  private final TreeMap<String, Map<String, String>> communes = new TreeMap<>();
  private final Map<String, String> former = new TreeMap<>();

  private SampleMaker(Path data) {
    this.data = data;
  }

  public static void main(String[] args) throws IOException {
    PartFile.write(new SampleMaker(Path.of(args[0])).part(), Path.of(args[1]));
  }

  private GeographyPart part() throws IOException {
    for (Map<String, String> each : objects("communes.json")) {
      String type = each.getOrDefault("type", "");
      if (type.equals("commune-actuelle") && !"com".equals(each.get("zone"))) {
        communes.put(code(each), each);
        for (String old : each.getOrDefault("anciensCodes", "").split(" ", -1)) {
          former.putIfAbsent(old, code(each));
        }
      }
    }
    for (Map<String, String> each : objects("communes.json")) {
      if (Set.of("commune-deleguee", "commune-associee").contains(each.get("type"))) {
        former.put(code(each), each.getOrDefault("chefLieu", ""));
      }
    }
    former.keySet().removeIf(code -> code.isEmpty() || communes.containsKey(code));
    List<GeographyPart.Zoning> zonings =
        List.of(
            zoning(
                "REG", "Régions", names("regions.json"), each -> each.getOrDefault("region", "")),
            zoning(
                "DEP",
                "Départements",
                names("departements.json"),
                each -> each.getOrDefault("departement", "")),
            zoning(
                "ARR",
                "Arrondissements",
                names("arrondissements.json"),
                each -> each.getOrDefault("arrondissement", "")),
            groups("EPCI", "Intercommunalités à fiscalité propre", "epci.json"),
            groups("EPT", "Établissements publics territoriaux du Grand Paris", "ept.json"));
    return new GeographyPart(
        new GeographyPart.Head(
            GeographyPart.OFFICIAL,
            "2024",
            LocalDate.of(2024, 1, 1),
            "Insee et DGCL, via Etalab (@etalab/decoupage-administratif 4.1.0)",
            "communes.json, epci.json, ept.json, arrondissements.json, departements.json,"
                + " regions.json"),
        2024,
        communes.values().stream()
            .map(each ->
                new Commune(
                    code(each),
                    each.getOrDefault("nom", ""),
                    Integer.parseInt(each.getOrDefault("population", "-1"))))
            .toList(),
        zonings,
        List.of(),
        List.of(),
        List.of(
            new GeographyPart.Successors(
                2024,
                former.entrySet().stream()
                    .map(each -> new Succession(each.getKey(), each.getValue()))
                    .toList())));
  }

  private static String code(Map<String, String> object) {
    return object.getOrDefault("code", "");
  }

  private Map<String, String> names(String file) throws IOException {
    Map<String, String> names = new HashMap<>();
    objects(file).forEach(each -> names.put(code(each), each.getOrDefault("nom", "")));
    return names;
  }

  private GeographyPart.Zoning zoning(
      String id,
      String title,
      Map<String, String> names,
      Function<Map<String, String>, String> zone) {
    Map<String, List<String>> members = new TreeMap<>();
    communes
        .values()
        .forEach(each -> {
          String code = zone.apply(each);
          if (!code.isEmpty()) {
            members.computeIfAbsent(code, key -> new ArrayList<>()).add(code(each));
          }
        });
    return zoning(id, title, names, members);
  }

  /** Zones that list their members. */
  private GeographyPart.Zoning groups(String id, String title, String file) throws IOException {
    Map<String, List<String>> members = new TreeMap<>();
    objects(file)
        .forEach(each ->
            members.put(code(each), List.of(each.getOrDefault("membres", "").split(" ", -1))));
    return zoning(id, title, names(file), members);
  }

  private GeographyPart.Zoning zoning(
      String id, String title, Map<String, String> names, Map<String, List<String>> members) {
    List<String> order = List.copyOf(communes.keySet());
    Map<String, Integer> places = new HashMap<>();
    order.forEach(code -> places.put(code, places.size()));
    List<GeographyPart.Zone> zones = new ArrayList<>();
    for (String code : new TreeSet<>(members.keySet())) {
      int[] of =
          Objects.requireNonNull(members.get(code)).stream()
              .filter(places::containsKey)
              .mapToInt(places::get)
              .toArray();
      if (of.length > 0) {
        zones.add(new GeographyPart.Zone(code, names.getOrDefault(code, code), Communes.of(of)));
      }
    }
    return new GeographyPart.Zoning(id, title, zones);
  }

  /** The objects of an array: their texts and numbers; lists as their codes, a space between. */
  private List<Map<String, String>> objects(String file) throws IOException {
    List<Map<String, String>> objects = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(data.resolve(file).toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        objects.add(object(json));
      }
    }
    return objects;
  }

  private static Map<String, String> object(JsonParser json) throws IOException {
    Map<String, String> object = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_ARRAY) {
        object.put(name, String.join(" ", list(json)));
      } else if (token == JsonToken.START_OBJECT) {
        json.skipChildren();
      } else {
        object.put(name, json.getText());
      }
    }
    return object;
  }

  private static List<String> list(JsonParser json) throws IOException {
    List<String> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(json.currentToken() == JsonToken.START_OBJECT ? code(object(json)) : json.getText());
    }
    return list;
  }
}
