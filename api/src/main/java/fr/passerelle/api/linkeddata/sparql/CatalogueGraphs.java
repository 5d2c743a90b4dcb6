package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.Instance;
import fr.passerelle.api.figures.DataCube;
import fr.passerelle.api.figures.FigureTable;
import fr.passerelle.api.figures.Naming;
import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.api.linkeddata.dcat.CatalogTriples;
import fr.passerelle.api.linkeddata.dcat.Catalogs;
import fr.passerelle.api.linkeddata.sparql.store.GraphSource;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.observation.Question.Cut;
import fr.passerelle.catalog.observation.Question.Periods;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.TerritoryNames;
import fr.passerelle.vocab.Licence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/**
 * The graphs of the catalogue: its parts as everyone sees them, and of each indicator the last
 * figures of the country and of the regions; all the others are a request of REST away.
 */
final class CatalogueGraphs {
  private static final String REGIONS = "REG";

  private final Instance instance;
  private final Catalogs.State state;
  private final Published figures;

  CatalogueGraphs(Instance instance, Catalogs.State state, Published figures) {
    this.instance = instance;
    this.state = state;
    this.figures = figures;
  }

  List<PublishedGraph> list() {
    List<PublishedGraph> graphs = new ArrayList<>();
    graphs.add(
        graph(
            Subset.PORTALS,
            "Catalogue et services",
            () -> Stream.of(CatalogTriples.catalog(instance, state))));
    graphs.add(part(Subset.STUDIES, "Études : notices"));
    graphs.add(part(Subset.VOCABULARIES, "Référentiels et correspondances : notices"));
    graphs.add(part(Subset.INDICATORS, "Indicateurs : notices"));
    figures.indicators().stream()
        .filter(each -> !figures.of(each).isEmpty())
        .forEach(each -> graphs.add(cube(each)));
    return graphs;
  }

  private PublishedGraph part(Subset part, String title) {
    return graph(part, title, () -> CatalogTriples.records(instance, state, part));
  }

  private PublishedGraph graph(Subset part, String title, Supplier<Stream<List<Triple>>> triples) {
    return new PublishedGraph(
        new GraphSource(CatalogTriples.address(instance, part), state.version(), triples),
        title,
        List.of(instance.profile().publisher().name()),
        List.of(instance.profile().licence()),
        Optional.of(CatalogTriples.address(instance, part) + ".nt"));
  }

  /** Its name is the address at which REST gives the figures of all regions. */
  private PublishedGraph cube(Indicator indicator) {
    String name = instance.address() + "/api/v1/indicators/" + indicator.id() + "/values?each=REG";
    List<Delivery> sources = figures.of(indicator);
    return new PublishedGraph(
        new GraphSource(
            name,
            // Occupations and skills are named as they are published.
            figures.version() + "/" + state.snapshot().version(),
            () -> Stream.of(DataCube.triples(table(indicator), name))),
        indicator.title() + " : derniers chiffres des régions",
        sources.stream().map(Delivery::citation).distinct().toList(),
        licences(sources),
        Optional.of(name + "&format=cube"));
  }

  private static List<Licence> licences(List<Delivery> sources) {
    return sources.stream().flatMap(each -> each.licence().stream()).distinct().toList();
  }

  private FigureTable table(Indicator indicator) {
    List<Place> places = new ArrayList<>();
    figures
        .dashboard()
        .geography()
        .find(Territory.FRANCE)
        .ifPresent(each -> places.add(new Place.Named(each)));
    figures
        .dashboard()
        .geography()
        .zoning(REGIONS)
        .ifPresent(zoning -> zoning.zones().forEach(each -> places.add(new Place.Named(each))));
    Question question =
        new Question(List.of(indicator), places, new Periods.Last(), new Cut.Whole());
    return FigureTable.of(
        figures,
        indicator,
        question.cost(figures.dashboard()) > FigureDesk.MOST_LINES
            ? List.of()
            : question.ask(figures.dashboard()),
        new Naming(
            state.snapshot(),
            figures.dashboard().geography(),
            new TerritoryNames(instance.uris())));
  }
}
