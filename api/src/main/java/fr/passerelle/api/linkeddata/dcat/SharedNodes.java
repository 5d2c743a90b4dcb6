package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.catalog.dataset.Agent;
import fr.passerelle.catalog.dataset.AuthorityTerm;
import fr.passerelle.catalog.dataset.DataService;
import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.dataset.Place;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.skos.Description;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/**
 * What several records of a page point at, described once on that page: a harvester looks nothing
 * up elsewhere.
 */
final class SharedNodes {
  private static final String IANA = "https://www.iana.org/assignments/media-types/";
  private static final String EU = "http://publications.europa.eu/resource/authority/";
  private static final String ADMS = "http://purl.org/adms/";

  /** French titles of the tables in use, by the last part of their IRI. */
  private static final Map<String, String> TABLES =
      Map.of(
          "access-right", "Droits d'accès (UE)",
          "continent", "Continents (UE)",
          "country", "Pays (UE)",
          "data-theme", "Thèmes de données (UE)",
          "dataset-type", "Types de jeux de données (UE)",
          "file-type", "Types de fichiers (UE)",
          "frequency", "Fréquences (UE)",
          "language", "Langues (UE)",
          "planned-availability", "Disponibilités prévues (UE)");

  private final Set<AuthorityTerm> terms = new LinkedHashSet<>();
  private final Set<Dataset.Subject> subjects = new LinkedHashSet<>();
  private final Map<Dataset.Subject, String> components = new LinkedHashMap<>();
  private final Set<String> mediaTypes = new LinkedHashSet<>();
  private final Set<Licence> licences = new LinkedHashSet<>();
  private final Set<Agent> agents = new LinkedHashSet<>();
  private final Set<Place> places = new LinkedHashSet<>();
  private final Map<Node, String> sectors = new LinkedHashMap<>();
  private final Map<Node, String> audiences = new LinkedHashMap<>();
  private final Set<String> pages = new LinkedHashSet<>();
  private final Set<Dataset.Series> series = new LinkedHashSet<>();
  private final Set<String> tables = new LinkedHashSet<>();
  private final Set<DataService.Standard> standards = new LinkedHashSet<>();
  private final Set<Boolean> changes = new TreeSet<>();
  private boolean algorithm;

  Node term(AuthorityTerm term) {
    terms.add(term);
    return Term.iri(term.uri());
  }

  Node subject(Dataset.Subject subject) {
    subjects.add(subject);
    return Term.iri(subject.iri());
  }

  /** A component of a data cube, of that type. */
  Node component(Dataset.Subject component, String type) {
    components.put(component, type);
    return Term.iri(component.iri());
  }

  Node mediaType(String mediaType) {
    mediaTypes.add(mediaType);
    return Term.iri(IANA + mediaType);
  }

  Node licence(Licence licence) {
    licences.add(licence);
    return Term.iri(licence.uri());
  }

  Node agent(Agent agent) {
    agents.add(agent);
    return Term.iri(agent.iri());
  }

  Node place(Place place) {
    places.add(place);
    return Term.iri(place.iri());
  }

  Node page(String address) {
    pages.add(address);
    return Term.iri(address);
  }

  Node series(Dataset.Series each) {
    series.add(each);
    return Term.iri(each.iri());
  }

  /** Words have no name of their own: they are parts of the record. */
  Node sector(Node record, String words) {
    Node node = part(record, "#secteur-", words);
    sectors.put(node, words);
    return node;
  }

  Node audience(Node record, String words) {
    Node node = part(record, "#public-", words);
    audiences.put(node, words);
    return node;
  }

  private static Node part(Node record, String kind, String words) {
    return Term.iri(record.getURI() + kind + Uris.path(words));
  }

  /** Not SHA-256: udata takes xsd:hexBinary for bytes, and fails where it knows the algorithm. */
  Node sha512() {
    algorithm = true;
    return Term.of("spdx:checksumAlgorithm_sha512");
  }

  /** A table of the EU by the last part of its IRI. */
  Node table(String name) {
    tables.add(name);
    return Term.iri(EU + name);
  }

  Node standard(DataService.Standard standard) {
    standards.add(standard);
    return Term.iri(standard.iri());
  }

  /** Whether a record was changed since it was made (ADMS). */
  Node changed(boolean isChanged) {
    changes.add(isChanged);
    return changeType(isChanged);
  }

  private static Node changeType(boolean isChanged) {
    return Term.iri(ADMS + "changetype/" + (isChanged ? "updated" : "created"));
  }

  /** Says of each what it is. */
  void describe(Description said) {
    agents.forEach(each -> agent(said, each));
    pages.forEach(each -> said.add(Term.iri(each), Term.of("rdf:type"), Term.of("foaf:Document")));
    licences.forEach(each -> licence(said, each));
    standards.forEach(
        each -> labelled(said, Term.iri(each.iri()), "dct:Standard", "dct:title", each.title()));
    changes.forEach(each ->
        concept(said, changeType(each), each ? "modifiée" : "nouvelle", ADMS + "changetype/1.0"));
    places.forEach(each -> place(said, each));
    terms.forEach(each -> term(said, each));
    sectors.forEach((node, words) -> labelled(said, node, "skos:Concept", "skos:prefLabel", words));
    audiences.forEach((node, words) -> labelled(said, node, "dct:AgentClass", "rdfs:label", words));
    subjects.forEach(each -> {
      labelled(said, Term.iri(each.iri()), "skos:Concept", "skos:prefLabel", each.label());
      inTable(said, Term.iri(each.iri()));
    });
    components.forEach(
        (each, type) -> labelled(said, Term.iri(each.iri()), type, "rdfs:label", each.label()));
    series.forEach(each -> series(said, each));
    for (String each : mediaTypes) {
      Node node = Term.iri(IANA + each);
      said.add(node, Term.of("rdf:type"), Term.of("dct:MediaType"));
      said.add(node, Term.of("rdfs:label"), Values.string(each));
    }
    if (algorithm) {
      labelled(said, sha512(), "spdx:ChecksumAlgorithm", "rdfs:label", "SHA-512");
    }
    tables.forEach(each ->
        labelled(
            said,
            Term.iri(EU + each),
            "skos:ConceptScheme",
            "dct:title",
            TABLES.getOrDefault(each, each)));
  }

  private void agent(Description said, Agent agent) {
    Node node = Term.iri(agent.iri());
    said.add(node, Term.of("rdf:type"), Term.of("foaf:Agent"));
    said.add(node, Term.of("foaf:name"), Values.string(agent.name()));
    if (!agent.homepage().isEmpty()) {
      Node page = Term.iri(agent.homepage());
      said.add(node, Term.of("foaf:homepage"), page);
      said.add(page, Term.of("rdf:type"), Term.of("foaf:Document"));
    }
  }

  private static void licence(Description said, Licence licence) {
    Node node = Term.iri(licence.uri());
    labelled(said, node, "dct:LicenseDocument", "rdfs:label", licence.label());
    // udata knows a licence by its label, CKAN by its address or its title.
    said.add(node, Term.of("dct:title"), Values.text(licence.label()));
    LicenceKind.of(licence)
        .forEach(each -> {
          Node kind = Term.iri(ADMS + "licencetype/" + each.code());
          said.add(node, Term.of("dct:type"), kind);
          concept(said, kind, each.label(), ADMS + "licencetype/1.0");
        });
  }

  private static void concept(Description said, Node node, String label, String scheme) {
    labelled(said, node, "skos:Concept", "skos:prefLabel", label);
    said.add(node, Term.of("skos:inScheme"), Term.iri(scheme));
    labelled(said, Term.iri(scheme), "skos:ConceptScheme", "dct:title", "ADMS");
  }

  /** A concept of a table of the EU says of which. */
  private void inTable(Description said, Node node) {
    String iri = node.getURI();
    if (iri.startsWith(EU)) {
      said.add(
          node, Term.of("skos:inScheme"), table(iri.substring(EU.length(), iri.lastIndexOf('/'))));
    }
  }

  private void place(Description said, Place place) {
    Node node = Term.iri(place.iri());
    inTable(said, node);
    said.add(node, Term.of("rdf:type"), Term.of("dct:Location"));
    said.add(node, Term.of("rdf:type"), Term.of("skos:Concept"));
    said.add(node, Term.of("rdfs:label"), Values.text(place.label()));
    said.add(node, Term.of("skos:prefLabel"), Values.text(place.label()));
    place
        .box()
        .ifPresent(box -> {
          said.add(node, Term.of("dcat:bbox"), Values.wkt(box.wkt()));
          said.add(node, Term.of("locn:geometry"), Values.wktOfUdata(box.wkt()));
        });
  }

  /** Not a dcat:Dataset besides: harvesters would make a record of it. */
  private static void series(Description said, Dataset.Series series) {
    Node node = Term.iri(series.iri());
    labelled(said, node, "dcat:DatasetSeries", "dct:title", series.title());
    said.add(
        node,
        Term.of("dct:description"),
        Values.text("Collection d'études « " + series.title() + " »."));
  }

  private void term(Description said, AuthorityTerm term) {
    Node node = Term.iri(term.uri());
    inTable(said, node);
    said.add(node, Term.of("rdf:type"), Term.of("skos:Concept"));
    String type =
        switch (term.table()) {
          case "frequency" -> "dct:Frequency";
          case "language" -> "dct:LinguisticSystem";
          case "access-right" -> "dct:RightsStatement";
          case "file-type" -> "dct:MediaTypeOrExtent";
          default -> "skos:Concept";
        };
    said.add(node, Term.of("rdf:type"), Term.of(type));
    said.add(node, Term.of("skos:prefLabel"), Values.text(term.label()));
    said.add(node, Term.of("rdfs:label"), Values.text(term.label()));
  }

  private static void labelled(
      Description said, Node node, String type, String property, String label) {
    said.add(node, Term.of("rdf:type"), Term.of(type));
    said.add(node, Term.of(property), Values.text(label));
  }
}
