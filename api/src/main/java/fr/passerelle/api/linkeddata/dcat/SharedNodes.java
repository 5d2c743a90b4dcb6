package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.catalog.dataset.Agent;
import fr.passerelle.catalog.dataset.AuthorityTerm;
import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.dataset.Place;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.skos.Description;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What several records of a page point at, described once on that page: a harvester looks nothing
 * up elsewhere.
 */
final class SharedNodes {
  private static final String IANA = "https://www.iana.org/assignments/media-types/";
  private static final String THEMES =
      "http://publications.europa.eu/resource/authority/data-theme";

  private final Set<AuthorityTerm> terms = new LinkedHashSet<>();
  private final Set<Dataset.Subject> subjects = new LinkedHashSet<>();
  private final Set<String> mediaTypes = new LinkedHashSet<>();
  private final Set<Licence> licences = new LinkedHashSet<>();
  private final Set<Agent> agents = new LinkedHashSet<>();
  private final Set<Place> places = new LinkedHashSet<>();
  private final Set<String> pages = new LinkedHashSet<>();
  private final Set<Dataset.Series> series = new LinkedHashSet<>();
  private boolean algorithm;
  private boolean themes;

  Node term(AuthorityTerm term) {
    terms.add(term);
    return Term.iri(term.uri());
  }

  Node subject(Dataset.Subject subject) {
    subjects.add(subject);
    return Term.iri(subject.iri());
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

  /** Not SHA-256: udata takes xsd:hexBinary for bytes, and fails where it knows the algorithm. */
  Node sha512() {
    algorithm = true;
    return Term.of("spdx:checksumAlgorithm_sha512");
  }

  Node themes() {
    themes = true;
    return Term.iri(THEMES);
  }

  /** Says of each what it is. */
  void describe(Description said) {
    agents.forEach(each -> agent(said, each));
    pages.forEach(each -> said.add(Term.iri(each), Term.of("rdf:type"), Term.of("foaf:Document")));
    licences.forEach(each ->
        labelled(said, Term.iri(each.uri()), "dct:LicenseDocument", "rdfs:label", each.label()));
    places.forEach(each -> place(said, each));
    terms.forEach(each -> term(said, each));
    subjects.forEach(each ->
        labelled(said, Term.iri(each.iri()), "skos:Concept", "skos:prefLabel", each.label()));
    series.forEach(each -> series(said, each));
    for (String each : mediaTypes) {
      Node node = Term.iri(IANA + each);
      said.add(node, Term.of("rdf:type"), Term.of("dct:MediaType"));
      said.add(node, Term.of("rdfs:label"), Values.string(each));
    }
    if (algorithm) {
      labelled(said, sha512(), "spdx:ChecksumAlgorithm", "rdfs:label", "SHA-512");
    }
    if (themes) {
      labelled(said, themes(), "skos:ConceptScheme", "dct:title", "Thèmes de données (UE)");
    }
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

  private static void place(Description said, Place place) {
    Node node = Term.iri(place.iri());
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

  private static void term(Description said, AuthorityTerm term) {
    Node node = Term.iri(term.uri());
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
