package fr.passerelle.catalog.harvest.dcat;

import fr.passerelle.catalog.harvest.feed.Arrival;
import fr.passerelle.catalog.harvest.feed.Feed;
import fr.passerelle.catalog.harvest.web.Answer;
import fr.passerelle.catalog.harvest.web.SourceClient;
import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * Reads another catalogue in DCAT, page after page (Hydra). It tells no deletions and is always
 * read whole.
 */
public final class DcatFeed implements Feed {
  /** Records written in one transaction. */
  private static final int BATCH = 500;

  /** Pages in a row that may bring nothing new before a list is taken for one that loops. */
  private static final int BARREN = 5;

  private final HarvestSource source;
  private final SourceClient client;
  private final PageReading pages;
  private final Provenance from;
  private final Findings findings;
  private final Instant now;

  /**
   * @param findings where to say which records cannot be read
   * @param now when its records are taken
   */
  public DcatFeed(
      HarvestSource source, SourceClient client, Provenance from, Findings findings, Instant now) {
    this.source = source;
    this.client = client;
    pages = new PageReading(source.code(), client, findings);
    this.from = from;
    this.findings = findings;
    this.now = now;
  }

  @Override
  public End read(String since, Basket basket) {
    Set<String> visited = new HashSet<>();
    Optional<String> page = Optional.of(source.url());
    int barren = 0;
    boolean sawAll = true;
    while (page.isPresent()) {
      String asked = page.get();
      visit(asked, visited);
      PageReading.Read reading = pages.read(asked);
      Answer answer = reading.answer();
      DcatPage read = checked(reading);
      int fresh = take(read, basket);
      sawAll &= read.unnamed() == 0;
      barren = fresh > 0 ? 0 : barren + 1;
      if (barren > BARREN) {
        throw refused("loop", "%d pages de suite sans rien de neuf".formatted(barren));
      }
      page =
          next(read.model(), answer, asked)
              .or(() -> reading.next().map(told -> client.resolve(answer.uri(), told).toString()));
    }
    return new End("", /* tellsDeletions= */ false, sawAll);
  }

  private void visit(String page, Set<String> visited) {
    if (!visited.add(page)) {
      throw refused("loop", "le catalogue boucle : la page « " + page + " » revient");
    }
    if (visited.size() > source.network().pages()) {
      throw refused(
          "endless",
          "plus de %d pages ; si la source est si grande, le dire dans le profil (pages)"
              .formatted(source.network().pages()));
    }
  }

  private RefusedException refused(String rule, String message) {
    return RefusedException.of(source.code(), rule, message);
  }

  private DcatPage checked(PageReading.Read reading) {
    DcatPage page = reading.page();
    boolean any =
        page.model().contains(null, RDF.type, DCAT.Catalog)
            || page.model().contains(null, RDF.type, DCAT.Dataset)
            || !page.unread().isEmpty()
            || page.unnamed() > 0;
    if (!any) {
      throw refused(
          "dcat",
          "ni dcat:Catalog ni dcat:Dataset à %s ; vérifier l'adresse"
              .formatted(reading.answer().uri()));
    }
    return page;
  }

  private int take(DcatPage page, Basket basket) {
    List<Arrival> arrivals = new ArrayList<>();
    int fresh = 0;
    page.unread().forEach(each -> arrivals.add(Arrival.unread(each, "")));
    for (Resource each : page.model().listSubjectsWithProperty(RDF.type, DCAT.Dataset).toList()) {
      (page.isBroken(each) ? broken(each) : arrival(each)).ifPresent(arrivals::add);
      if (arrivals.size() >= BATCH) {
        fresh += basket.take(arrivals);
        arrivals.clear();
      }
    }
    return fresh + basket.take(arrivals);
  }

  /**
   * A record that needs a part of the page that cannot be read: without it, it would be another.
   */
  private Optional<Arrival> broken(Resource dataset) {
    DatasetNotice record = new DatasetNotice(dataset, source.code());
    Findings.Attempt attempt = findings.attempt();
    findings.refused(
        record.place(), "record", "une partie de la fiche est illisible : elle est laissée");
    attempt.close();
    return Optional.of(record.identifier())
        .filter(each -> !each.isEmpty())
        .map(each -> Arrival.unread(each, ""));
  }

  private Optional<Arrival> arrival(Resource dataset) {
    DatasetNotice record = new DatasetNotice(dataset, source.code());
    if (record.isVocabulary()) {
      findings.repaired(
          "référentiel, correspondance ou chiffres, laissé : ce n'est pas une étude",
          record.place());
      return Optional.empty();
    }
    String identifier = record.identifier();
    if (identifier.isEmpty()) {
      Findings.Attempt attempt = findings.attempt();
      findings.refused(
          record.place(), "dcat", "un dcat:Dataset sans IRI ni dct:identifier est laissé");
      attempt.close();
      return Optional.empty();
    }
    Notice notice = record.notice();
    return Optional.of(
        Arrival.of(
            identifier,
            record.modified(),
            notice.submission(from, identifier, record.address(), now, findings),
            notice.names()));
  }

  /** The page that follows: what the view of this page says, or the only view there is. */
  private Optional<String> next(Model model, Answer answer, String asked) {
    List<String> all = new ArrayList<>();
    for (String property : List.of("next", "nextPage")) {
      model
          .listStatements(null, model.createProperty(Hydra.NS + property), (RDFNode) null)
          .forEach(each -> {
            boolean own =
                String.valueOf(each.getSubject().getURI()).equals(asked)
                    || String.valueOf(each.getSubject().getURI()).equals(answer.uri().toString());
            all.add(own ? 0 : all.size(), target(each.getObject(), answer.uri()));
          });
    }
    return all.stream().findFirst();
  }

  private String target(RDFNode node, URI page) {
    String told =
        node.isResource()
            ? String.valueOf(node.asResource().getURI())
            : node.asLiteral().getString();
    return client.resolve(page, told).toString();
  }
}
