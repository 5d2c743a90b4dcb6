package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.api.Instance;
import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.dataset.Services;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.vocab.skos.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The records of the catalogue as triples, for those who ask rather than harvest. */
public final class CatalogTriples {
  /** Records described together: what they share is said once. */
  private static final int TOGETHER = 200;

  private CatalogTriples() {}

  /** The address of a part of the catalogue, by which its triples are asked for too. */
  public static String address(Instance instance, Subset part) {
    return instance.address() + "/catalog" + (part.word().isEmpty() ? "" : "/" + part.word());
  }

  /** Records of a part, and what is known of each. */
  public static Stream<List<Triple>> records(Instance instance, Catalogs.State state, Subset part) {
    List<Dataset> all = state.catalog().list(part);
    return IntStream.iterate(0, from -> from < all.size(), from -> from + TOGETHER)
        .mapToObj(from -> {
          DcatDescription described = new DcatDescription(Announcement.of(instance), state.rules());
          for (Dataset each : all.subList(from, Math.min(all.size(), from + TOGETHER))) {
            described.dataset(each);
            described.registration(each);
          }
          return described.triples();
        });
  }

  /** The catalogue itself, what is in it by name, and the services. */
  public static List<Triple> catalog(Instance instance, Catalogs.State state) {
    DcatDescription described = new DcatDescription(Announcement.of(instance), state.rules());
    List<Dataset> datasets = state.catalog().list(Subset.ALL);
    Node catalog = Term.iri(address(instance, Subset.PORTALS));
    described.catalog(catalog, datasets.size());
    Description members = new Description();
    datasets.forEach(each -> members.add(catalog, Term.of("dcat:dataset"), Term.iri(each.iri())));
    Services.of(instance.address(), instance.uris().regionalBase())
        .forEach(each -> {
          members.add(catalog, Term.of("dcat:service"), Term.iri(each.iri()));
          described.service(each, List.of());
        });
    List<Triple> all = new ArrayList<>(described.triples());
    all.addAll(members.triples());
    return all;
  }
}
