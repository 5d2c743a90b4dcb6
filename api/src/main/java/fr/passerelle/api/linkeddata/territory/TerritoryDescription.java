package fr.passerelle.api.linkeddata.territory;

import fr.passerelle.catalog.territory.Biography;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Overlap;
import fr.passerelle.catalog.territory.Perimeter;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.TerritoryNames;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.catalog.territory.store.StoredPerimeter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Triple;

/**
 * Territories in triples. What holds what is told from communes: zones are no tree, and one that
 * lies over a border overlaps both sides.
 *
 * @param geography territories as they are published
 * @param names persistent names
 * @param address where the service answers, without final slash
 */
record TerritoryDescription(Geography geography, TerritoryNames names, String address) {
  private static final String INSEE = "http://id.insee.fr/geo/";

  private String name(Territory territory) {
    return names.territory(geography, territory);
  }

  /** A document, what it is about, and who says it. */
  List<List<Triple>> document(String document, String about, Zoning.Origin origin) {
    return List.of(
        Terms.of(document)
            .is("foaf:Document")
            .link("foaf:primaryTopic", about)
            .text("dct:bibliographicCitation", origin.citation())
            .typed("dct:issued", origin.issued(), XSDDatatype.XSDdate)
            .link("dct:license", origin.licence().uri())
            .triples());
  }

  /** Who says what a territory is. */
  Zoning.Origin origin(Territory territory) {
    return geography.zoning(territory.zoning()).map(Zoning::origin).orElse(geography.origin());
  }

  /** A territory of the reference vintage. */
  List<Triple> territory(Zone zone) {
    Territory territory = zone.territory();
    Terms terms = named(territory, zone.name());
    for (Overlap each : geography.across(zone)) {
      String other = name(each.other().territory());
      terms.link(each.contained() ? "geo:sfWithin" : "geo:sfOverlaps", other);
      if (each.contained() && isDivision(territory) && isDivision(each.other().territory())) {
        terms.link("igeo:subdivisionDe", other);
      }
    }
    if (territory.level() == Territory.Level.COMMUNE) {
      geography.biography(territory.code()).ifPresent(life -> life(terms, life));
    } else {
      members(zone).forEach(each -> terms.link("geo:sfContains", name(each)));
    }
    return terms.triples();
  }

  /** A commune that is no more. */
  List<Triple> former(Territory territory, Biography life) {
    Terms terms = named(territory, life.name());
    terms.typed("owl:deprecated", true, XSDDatatype.XSDboolean);
    life(terms, life);
    return terms.triples();
  }

  private Terms named(Territory territory, String name) {
    Terms terms =
        Terms.of(name(territory))
            .is("geo:Feature")
            .is("skos:Concept")
            .text("skos:prefLabel", name)
            .code("skos:notation", territory.toString())
            .code("dct:identifier", territory.toString())
            .link("skos:inScheme", names.zoning(geography, territory.zoning()))
            .link("rdfs:seeAlso", address + "/api/v1/territories/" + territory);
    switch (territory.level()) {
      case REGION ->
          official(terms, "igeo:Region", territory).link("skos:exactMatch", insee(territory));
      case DEPARTMENT ->
          official(terms, "igeo:Departement", territory).link("skos:exactMatch", insee(territory));
      case COMMUNE -> official(terms, "igeo:Commune", territory);
      case COUNTRY -> official(terms, "igeo:Pays", territory);
      case WORLD, EUROPE, COMPARISON, ZONE -> {}
    }
    return terms;
  }

  private static Terms official(Terms terms, String type, Territory territory) {
    terms.is(type);
    return territory.localCode().isEmpty()
        ? terms
        : terms.code("igeo:codeINSEE", territory.localCode());
  }

  /** Insee names communes by numbers of its own, and regions and departments by their codes. */
  private static String insee(Territory territory) {
    return INSEE
        + (territory.level() == Territory.Level.REGION ? "region/" : "departement/")
        + territory.code();
  }

  /** Of the administrative hierarchy, which alone is a tree. */
  private static boolean isDivision(Territory territory) {
    return switch (territory.level()) {
      case COUNTRY, REGION, DEPARTMENT, COMMUNE -> true;
      case WORLD, EUROPE, COMPARISON, ZONE -> false;
    };
  }

  /** Its communes; of what is as large as a country, its regions. */
  private Stream<Territory> members(Zone zone) {
    return switch (zone.territory().level()) {
      case WORLD, EUROPE, COUNTRY, COMPARISON ->
          geography.zoning(Territory.REGIONS).stream()
              .flatMap(zoning -> zoning.zones().stream())
              .filter(each -> zone.communes().containsAll(each.communes()))
              .map(Zone::territory);
      case REGION, DEPARTMENT, ZONE, COMMUNE -> communes(zone.communes());
    };
  }

  private Stream<Territory> communes(Communes communes) {
    return communes.stream().mapToObj(place -> Territory.commune(geography.code(place)));
  }

  /** The years that have it, what went into it and what it became. */
  private void life(Terms terms, Biography life) {
    life.vintages().forEach(year -> terms.typed("dct:valid", year, XSDDatatype.XSDgYear));
    life.predecessors().stream()
        .map(each -> Territory.commune(each.code()))
        .distinct()
        .map(this::name)
        .filter(each -> !each.equals(terms.uri()))
        .forEach(each -> terms.link("dct:replaces", each));
    for (Biography.Successor each : life.successors()) {
      String now = name(Territory.commune(geography.code(each.place())));
      if (!now.equals(terms.uri())) {
        terms.link("dct:isReplacedBy", now);
      }
      if (each.estimated()) {
        terms.text(
            "skos:changeNote",
            String.format(
                Locale.FRENCH,
                "%s en a %.1f %%, %s (estimation)",
                geography.name(each.place()),
                100 * each.share(),
                each.sharing().explanation()));
      }
    }
  }

  /** A zoning, then its zones. */
  Stream<List<Triple>> zoning(String id, String title, List<Zone> zones) {
    String scheme = names.zoning(geography, id);
    return Stream.concat(
        Stream.of(
            Terms.of(scheme)
                .is("skos:ConceptScheme")
                .text("dct:title", title)
                .code("dct:identifier", id)
                .typed("dct:extent", zones.size(), XSDDatatype.XSDinteger)
                .triples()),
        zones.stream().map(each -> named(each.territory(), each.name()).triples()));
  }

  /** A perimeter: a collection of communes of its vintage. */
  List<Triple> perimeter(StoredPerimeter stored) {
    Perimeter perimeter = stored.perimeter();
    Perimeter.Placed placed = perimeter.in(geography);
    Terms terms =
        Terms.of(names.perimeter(stored.id()))
            .is("geo:Feature")
            .is("skos:Collection")
            .text("skos:prefLabel", "Périmètre de " + perimeter.codes().size() + " communes")
            .code("dct:identifier", perimeter.hash())
            .typed("dct:valid", perimeter.vintage(), XSDDatatype.XSDgYear)
            .link("rdfs:seeAlso", address + "/api/v1/perimeters/" + stored.id());
    placed.equal(geography).forEach(each -> terms.link("geo:sfEquals", name(each.territory())));
    geography
        .largestIn(placed.communes())
        .forEach(each -> terms.link("geo:sfContains", name(each.territory())));
    perimeter.codes().forEach(code -> terms.link("skos:member", name(Territory.commune(code))));
    placed.explanations(geography).forEach(each -> terms.text("skos:scopeNote", each));
    return terms.triples();
  }
}
