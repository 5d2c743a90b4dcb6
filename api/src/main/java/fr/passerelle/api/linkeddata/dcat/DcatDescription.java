package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.catalog.dataset.CatalogPage;
import fr.passerelle.catalog.dataset.DataService;
import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.dataset.Distribution;
import fr.passerelle.catalog.dataset.IsoDate;
import fr.passerelle.catalog.dataset.PortalRules;
import fr.passerelle.catalog.dataset.Span;
import fr.passerelle.vocab.skos.Description;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Records of the catalogue in RDF (DCAT-AP 3.0.1). A page stands by itself: all that its records
 * point at is typed and labelled on it, and nothing on it but its own records is a dcat:Dataset.
 */
final class DcatDescription {
  private final Announcement announcement;
  private final PortalRules rules;
  private final Description said = new Description();
  private final SharedNodes shared = new SharedNodes();

  DcatDescription(Announcement announcement, PortalRules rules) {
    this.announcement = announcement;
    this.rules = rules;
  }

  /** What was described, and what it points at. */
  List<Triple> triples() {
    contactPoint();
    shared.describe(said);
    return said.triples();
  }

  /** A page of the catalogue, its records and, if it is the last one, the services. */
  void page(CatalogPage page, PageLinks links) {
    Node catalog = Term.iri(links.catalog());
    catalog(catalog, page.total());
    page.span()
        .ifPresent(span -> {
          add(catalog, "dct:issued", Values.moment(span.listed()));
          add(catalog, "dct:modified", Values.moment(span.changed()));
        });
    view(catalog, page, links);
    page.datasets().forEach(each -> add(catalog, "dcat:dataset", Term.iri(each.iri())));
    page.services().forEach(each -> add(catalog, "dcat:service", Term.iri(each.iri())));
    for (Dataset each : page.datasets()) {
      dataset(each);
      add(catalog, "dcat:record", registration(each));
    }
    page.services().forEach(each -> service(each, page.datasets()));
  }

  void catalog(Node catalog, int total) {
    String name = announcement.publisher().name();
    add(catalog, "rdf:type", Term.of("dcat:Catalog"));
    add(catalog, "rdf:type", Term.of("hydra:Collection"));
    add(catalog, "dct:title", Values.text("Catalogue de " + name));
    add(
        catalog,
        "dct:description",
        Values.text(
            "Études, indicateurs, référentiels emploi-formation, correspondances et services"
                + " publiés par "
                + name
                + " pour "
                + announcement.region().label()
                + "."));
    add(catalog, "dct:publisher", shared.agent(announcement.publisher()));
    add(catalog, "dcat:contactPoint", Term.iri(announcement.contactPoint()));
    add(catalog, "dct:license", shared.licence(announcement.licence()));
    announcement.languages().forEach(each -> add(catalog, "dct:language", shared.term(each)));
    add(catalog, "dct:spatial", shared.place(announcement.region()));
    add(catalog, "foaf:homepage", shared.page(announcement.address() + "/"));
    add(catalog, "dcat:themeTaxonomy", shared.table("data-theme"));
    add(catalog, "hydra:totalItems", Values.number(total));
  }

  /**
   * One view, which older harvesters know under another name: CKAN before 2024 looks for
   * hydra:PagedCollection only, and piveau, where it finds one, for its nextPage and totalItems.
   */
  private void view(Node catalog, CatalogPage page, PageLinks links) {
    Node view = Term.iri(links.absolute(page.after()));
    add(catalog, "hydra:view", view);
    add(view, "rdf:type", Term.of("hydra:PartialCollectionView"));
    add(view, "rdf:type", Term.of("hydra:PagedCollection"));
    add(view, "hydra:first", Term.iri(links.absolute(CatalogPage.FIRST)));
    page.previous().ifPresent(key -> add(view, "hydra:previous", Term.iri(links.absolute(key))));
    page.next()
        .map(key -> Term.iri(links.absolute(key)))
        .ifPresent(next -> {
          add(view, "hydra:next", next);
          add(view, "hydra:nextPage", next);
        });
    add(view, "hydra:last", Term.iri(links.absolute(page.last())));
    add(view, "hydra:totalItems", Values.number(page.total()));
    add(view, "hydra:itemsPerPage", Values.number(links.size()));
  }

  /** A record. */
  void dataset(Dataset dataset) {
    Node node = Term.iri(dataset.iri());
    add(node, "rdf:type", Term.of("dcat:Dataset"));
    add(node, "dct:identifier", Values.string(node.getURI()));
    add(node, "dct:title", Values.text(dataset.title()));
    add(node, "dct:description", Values.text(dataset.description()));
    dataset.keywords().forEach(each -> add(node, "dcat:keyword", Values.text(each)));
    add(node, "dcat:contactPoint", Term.iri(announcement.contactPoint()));
    source(node, dataset.source());
    coverage(node, dataset.coverage());
    add(node, "dcat:landingPage", shared.page(dataset.landingPage()));
    dataset.relations().forEach(each -> add(node, "dct:relation", Term.iri(each)));
    dataset.series().ifPresent(each -> series(node, each, dataset.source()));
    dataset.statistics().ifPresent(each -> statistics(node, each));
    for (Distribution each : dataset.distributions()) {
      add(node, "dcat:distribution", Term.iri(each.iri()));
    }
    dataset.distributions().forEach(this::distribution);
  }

  /** StatDCAT-AP 1.0.1, in the namespace of its published vocabulary, which Insee uses too. */
  private void statistics(Node node, Dataset.Statistics statistics) {
    statistics
        .dimensions()
        .forEach(
            each -> add(node, "stat:dimension", shared.component(each, "qb:DimensionProperty")));
    statistics
        .attributes()
        .forEach(
            each -> add(node, "stat:attribute", shared.component(each, "qb:AttributeProperty")));
    add(node, "stat:statUnitMeasure", shared.subject(statistics.unit()));
    statistics.series().ifPresent(each -> add(node, "stat:numSeries", Values.number(each)));
  }

  /** Its publisher is that of what is in it here: a series is of one producer. */
  private void series(Node dataset, Dataset.Series series, Dataset.Source source) {
    Node node = shared.series(series);
    add(dataset, "dcat:inSeries", node);
    if (said.has(node, Term.of("dct:publisher"))) {
      return;
    }
    add(node, "dcat:contactPoint", Term.iri(announcement.contactPoint()));
    source.publisher().ifPresent(each -> add(node, "dct:publisher", shared.agent(each)));
  }

  /** The record itself, which is older or younger than what it describes. */
  Node registration(Dataset dataset) {
    Node node = Term.iri(dataset.iri() + "#fiche");
    Dataset.Registration registration = dataset.registration();
    add(node, "rdf:type", Term.of("dcat:CatalogRecord"));
    add(node, "foaf:primaryTopic", Term.iri(dataset.iri()));
    add(node, "dct:issued", Values.moment(registration.listed()));
    add(node, "dct:modified", Values.moment(registration.changed()));
    add(node, "dct:conformsTo", shared.standard(DcatTerms.PROFILE));
    add(node, "adms:status", shared.changed(!registration.changed().equals(registration.listed())));
    if (!registration.source().isEmpty()) {
      // Not dct:source, whose values would have to be records described on this page.
      add(node, "prov:wasDerivedFrom", Term.iri(registration.source()));
    }
    return node;
  }

  private void source(Node node, Dataset.Source source) {
    source.publisher().ifPresent(each -> add(node, "dct:publisher", shared.agent(each)));
    source.creators().forEach(each -> add(node, "dct:creator", shared.agent(each)));
    source.licence().ifPresent(each -> add(node, "dct:license", shared.licence(each)));
    if (!source.citation().isEmpty()) {
      add(node, "dct:bibliographicCitation", Values.text(source.citation()));
    }
    date(node, "dct:issued", source.issued());
    date(node, "dct:modified", source.modified());
    if (!source.version().isEmpty()) {
      add(node, "dcat:version", Values.string(source.version()));
    }
    add(node, "dct:accrualPeriodicity", shared.term(source.frequency()));
  }

  private void coverage(Node node, Dataset.Coverage coverage) {
    add(node, "dct:type", shared.subject(coverage.type()));
    coverage.themes().forEach(each -> add(node, "dcat:theme", shared.term(each)));
    coverage.subjects().forEach(each -> add(node, "dcat:theme", shared.subject(each)));
    coverage.sectors().forEach(each -> add(node, "dct:subject", shared.sector(node, each)));
    coverage.audiences().forEach(each -> add(node, "dct:audience", shared.audience(node, each)));
    coverage.places().forEach(each -> add(node, "dct:spatial", shared.place(each)));
    coverage.languages().forEach(each -> add(node, "dct:language", shared.term(each)));
    add(node, "dct:accessRights", shared.term(coverage.access()));
    coverage.period().ifPresent(each -> period(node, each));
  }

  /** A blank node: udata fetches a period that has a name. */
  private void period(Node node, Span span) {
    // Named by its record, so that a page is written the same each time.
    Node period = NodeFactory.createBlankNode(node.getURI());
    add(node, "dct:temporal", period);
    add(period, "rdf:type", Term.of("dct:PeriodOfTime"));
    span.start().ifPresent(each -> add(period, "dcat:startDate", Values.date(each)));
    span.end().ifPresent(each -> add(period, "dcat:endDate", Values.date(each)));
  }

  private void distribution(Distribution distribution) {
    Node node = Term.iri(distribution.iri());
    add(node, "rdf:type", Term.of("dcat:Distribution"));
    add(node, "dct:title", Values.text(distribution.title()));
    add(node, "dct:description", Values.text(distribution.description()));
    add(node, "dcat:accessURL", Term.iri(distribution.accessUrl()));
    if (!distribution.downloadUrl().isEmpty()) {
      add(node, "dcat:downloadURL", Term.iri(distribution.downloadUrl()));
    }
    distribution
        .format()
        .ifPresent(format -> {
          add(node, "dct:format", shared.term(format.fileType()));
          if (!format.mediaType().isEmpty()) {
            add(node, "dcat:mediaType", shared.mediaType(format.mediaType()));
          }
        });
    distribution.licence().ifPresent(each -> add(node, "dct:license", shared.licence(each)));
    date(node, "dct:modified", distribution.modified());
    add(node, "dcatap:availability", shared.term(DcatTerms.STABLE));
    distribution.size().ifPresent(size -> size(node, size));
  }

  private void size(Node node, Distribution.Size size) {
    add(node, "dcat:byteSize", Values.size(size.bytes()));
    if (!size.sha512().isEmpty()) {
      Node checksum = NodeFactory.createURI(node.getURI() + ".sha512");
      add(node, "spdx:checksum", checksum);
      add(checksum, "rdf:type", Term.of("spdx:Checksum"));
      add(checksum, "spdx:algorithm", shared.sha512());
      add(checksum, "spdx:checksumValue", Values.hexadecimal(size.sha512()));
    }
  }

  /**
   * A service.
   *
   * @param beside records of the same page: udata fails on a record served that the page lacks
   */
  void service(DataService service, List<Dataset> beside) {
    Node node = Term.iri(service.iri());
    add(node, "rdf:type", Term.of("dcat:DataService"));
    add(node, "dct:identifier", Values.string(node.getURI()));
    add(node, "dct:title", Values.text(service.title()));
    add(node, "dct:description", Values.text(service.description()));
    service.keywords().forEach(each -> add(node, "dcat:keyword", Values.text(each)));
    add(node, "dcat:endpointURL", Term.iri(service.endpoint()));
    if (!service.endpointDescription().isEmpty()) {
      add(node, "dcat:endpointDescription", Term.iri(service.endpointDescription()));
    }
    add(node, "dcat:landingPage", shared.page(service.landingPage()));
    add(node, "dct:publisher", shared.agent(announcement.publisher()));
    add(node, "dcat:contactPoint", Term.iri(announcement.contactPoint()));
    add(node, "dct:license", shared.licence(announcement.licence()));
    add(node, "dct:conformsTo", shared.standard(service.standard()));
    add(node, "dct:accessRights", shared.term(DcatTerms.OPEN));
    DcatTerms.THEMES.forEach(each -> add(node, "dcat:theme", shared.term(each)));
    beside.stream()
        .filter(each -> each.family() != Dataset.Family.STUDY)
        .forEach(each -> add(node, "dcat:servesDataset", Term.iri(each.iri())));
  }

  private void contactPoint() {
    Node node = Term.iri(announcement.contactPoint());
    add(node, "rdf:type", Term.of("vcard:Kind"));
    add(node, "rdf:type", Term.of("vcard:Organization"));
    add(node, "vcard:fn", Values.string(announcement.publisher().name()));
    add(node, "vcard:hasEmail", Term.iri("mailto:" + announcement.contact()));
    if (!announcement.publisher().homepage().isEmpty()) {
      add(node, "vcard:hasURL", Term.iri(announcement.publisher().homepage()));
    }
  }

  /** A date that has not come yet is not told. */
  private void date(Node node, String property, Optional<IsoDate> date) {
    date.filter(rules::isPast).ifPresent(each -> add(node, property, Values.date(each)));
  }

  private void add(Node node, String property, Node value) {
    said.add(node, Term.of(property), value);
  }
}
