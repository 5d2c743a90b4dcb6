package fr.passerelle.api.linkeddata.dcat;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.api.RunningService;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.vocabulary.RDF;

/** A harvester as portals have them: it knows an address, and follows the views. */
final class Harvest {
  private static final long WAIT = 50_000_000;
  private static final int MOST_PAGES = 200;
  private static final int MOST_TRIES = 1_200;

  private Harvest() {}

  /** Waits until all files have been made: nothing more becomes known of the catalogue. */
  static void settle() {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Model page = read(get("/catalog/vocabularies.nt"));
      if (list(page, "dcat:Distribution").stream()
          .allMatch(each -> each.hasProperty(property("dcat:byteSize")))) {
        return;
      }
      LockSupport.parkNanos(WAIT);
    }
    throw new AssertionError("files are not made");
  }

  static HttpResponse<String> get(String path, String... headers) {
    return RunningService.get(path, headers);
  }

  static Model read(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElseThrow();
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(
        model,
        new ByteArrayInputStream(answer.body().getBytes(UTF_8)),
        RDFLanguages.contentTypeToLang(type.substring(0, type.indexOf(';'))));
    return model;
  }

  /** All pages, as udata walks them: the next of the only view, until there is none. */
  static List<Model> walk(String path) {
    List<Model> pages = new ArrayList<>();
    String next = path;
    while (!next.isEmpty() && pages.size() < MOST_PAGES) {
      Model page = read(get(next));
      pages.add(page);
      Resource view = only(page, "hydra:PartialCollectionView");
      next = view.hasProperty(property("hydra:next")) ? path(view, "hydra:next") : "";
    }
    return pages;
  }

  static String path(Resource view, String link) {
    URI uri = URI.create(view.getProperty(property(link)).getResource().getURI());
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  static Resource only(Model page, String type) {
    List<Resource> all = list(page, type);
    if (all.size() != 1) {
      throw new AssertionError(type + ": " + all);
    }
    return all.getFirst();
  }

  static List<Resource> list(Model page, String type) {
    return page.listSubjectsWithProperty(RDF.type, (RDFNode) resource(type)).toList();
  }

  static Property property(String prefixed) {
    return ResourceFactory.createProperty(Term.of(prefixed).getURI());
  }

  static Resource resource(String prefixed) {
    return ResourceFactory.createResource(Term.of(prefixed).getURI());
  }
}
