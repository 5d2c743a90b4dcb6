package fr.passerelle.api.linkeddata.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.OperatedService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change feed as one reads it who keeps a copy of the catalogue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LdesTest {
  private final OperatedService service;

  LdesTest(@TempDir Path folder) throws IOException {
    service = new OperatedService(folder);
    service.deposit(0, 150);
  }

  @AfterAll
  void close() {
    service.close();
  }

  private static Dataset read(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElseThrow();
    Dataset dataset = DatasetFactory.create();
    RDFDataMgr.read(
        dataset,
        new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)),
        RDFLanguages.contentTypeToLang(type.substring(0, type.indexOf(';'))));
    return dataset;
  }

  private static String term(String prefixed) {
    return Term.of(prefixed).getURI();
  }

  private static List<String> objects(Model model, String property) {
    return model
        .listObjectsOfProperty(model.createProperty(term(property)))
        .mapWith(RDFNode::toString)
        .toList();
  }

  private String path(String address) {
    return address.substring(service.address().length());
  }

  /** All nodes, as a client of TREE walks them. */
  private Map<String, Dataset> walk(String root) {
    Map<String, Dataset> nodes = new LinkedHashMap<>();
    List<String> todo = new ArrayList<>(List.of(root));
    while (!todo.isEmpty()) {
      String next = todo.removeFirst();
      if (!nodes.containsKey(next)) {
        HttpResponse<String> answer = service.get(next);
        assertThat(answer.statusCode()).as(next).isEqualTo(200);
        Dataset node = read(answer);
        nodes.put(next, node);
        objects(node.getDefaultModel(), "tree:node").forEach(each -> todo.add(path(each)));
      }
    }
    return nodes;
  }

  /** What a copy holds that applies all changes in the order of their pages and numbers. */
  private Set<String> copy(String root) {
    Set<String> copy = new LinkedHashSet<>();
    for (Dataset node : walk(root).values()) {
      Model model = node.getDefaultModel();
      model.listSubjectsWithProperty(model.createProperty(term("as:object"))).toList().stream()
          .sorted((one, other) -> order(one) - order(other))
          .forEach(each -> {
            String object =
                each.getProperty(model.createProperty(term("as:object"))).getObject().toString();
            if (each.hasProperty(RDF.type, model.createResource(term("as:Delete")))) {
              copy.remove(object);
            } else {
              copy.add(object);
            }
          });
    }
    return copy;
  }

  private static int order(Resource activity) {
    String end = activity.getURI().substring(activity.getURI().indexOf('#') + 1);
    return end.matches("\\d+") ? Integer.parseInt(end) : 0;
  }

  private Set<String> listed(String path) {
    Set<String> all = new LinkedHashSet<>();
    String next = path;
    while (!next.isEmpty()) {
      Model page = Harvest.read(service.get(next));
      Harvest.list(page, "dcat:Dataset").forEach(each -> all.add(each.getURI()));
      Resource view = Harvest.only(page, "hydra:PartialCollectionView");
      next =
          view.hasProperty(Harvest.property("hydra:next")) ? Harvest.path(view, "hydra:next") : "";
    }
    return all;
  }

  @ParameterizedTest(name = "{0} keeps {1}")
  @CsvSource({
    "/ldes/catalog, /catalog.nt",
    "/ldes/studies, /catalog/studies.nt",
    "/ldes/vocabularies, /catalog/vocabularies.nt",
    "/ldes/indicators, /catalog/indicators.nt",
    "/ldes/all, /catalog/all.nt"
  })
  void who_follows_the_feed_has_what_the_catalogue_lists(String feed, String catalog) {
    List<String> ids = service.ids("q=num%C3%A9ro");
    service.delete(ids.get(0));
    service.pass(ids.get(1), "withdrawn");

    assertThat(copy(feed)).isEqualTo(listed(catalog));
  }

  @Test
  void a_full_page_is_immutable_and_the_last_one_stays_open() {
    HttpResponse<String> first = service.get("/ldes/catalog/1");
    HttpResponse<String> root = service.get("/ldes/catalog");
    service.deposit(500, 520);
    HttpResponse<String> again = service.get("/ldes/catalog/1");

    assertThat(first.headers().allValues("Cache-Control"))
        .containsExactly("public, max-age=31536000, immutable");
    assertThat(root.headers().firstValue("Cache-Control").orElseThrow())
        .doesNotContain("immutable");
    assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
    String last = "";
    for (String path : walk("/ldes/catalog").keySet()) {
      last = path.matches(".*/\\d+") ? path : last;
    }
    assertThat(service.get(last).headers().firstValue("Cache-Control").orElseThrow())
        .doesNotContain("immutable");
    assertThat(objects(read(first).getDefaultModel(), "tree:member")).hasSize(100);
  }

  @Test
  void each_change_says_what_the_record_said_then_and_nothing_of_what_left_since() {
    String form =
        """
        {"title": "Titre %s", "identifier": "suivi", "producers": ["insee"], "themes": ["emploi"],
         "territories": ["R93"], "status": "published", "issued": "2024", "visibility": "%s"}
        """;
    String id = service.deposit(form.formatted("d'abord", "public"));
    service.put(id, form.formatted("ensuite", "public"));
    List<String> seen = payloads(id);
    service.put(id, form.formatted("ensuite", "network"));
    List<String> hidden = payloads(id);

    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).contains("Titre d'abord");
    assertThat(seen.get(1)).contains("Titre ensuite");
    assertThat(hidden).isEmpty();
    assertThat(copy("/ldes/all")).doesNotContain(service.address() + "/id/study/" + id);
    assertThat(walk("/ldes/all").keySet())
        .allSatisfy(path -> assertThat(service.get(path).body()).doesNotContain("Titre "));
  }

  /** Titles in the graphs of changes of a study, in their order. */
  private List<String> payloads(String id) {
    Map<Integer, String> titles = new java.util.TreeMap<>();
    for (Dataset node : walk("/ldes/studies").values()) {
      node.asDatasetGraph()
          .find(
              Node.ANY,
              org.apache.jena.graph.NodeFactory.createURI(service.address() + "/id/study/" + id),
              Term.of("dct:title"),
              Node.ANY)
          .forEachRemaining(quad -> {
            String graph = quad.getGraph().getURI();
            titles.put(
                Integer.parseInt(graph.substring(graph.indexOf('#') + 1)),
                quad.getObject().getLiteralLexicalForm());
          });
    }
    return List.copyOf(titles.values());
  }

  @Test
  void both_syntaxes_say_the_same() {
    Dataset trig = read(service.get("/ldes/catalog/1"));
    Dataset quads = read(service.get("/ldes/catalog/1", "Accept", "application/n-quads"));

    assertThat(trig.getUnionModel().size()).isGreaterThan(1_000);
    assertThat(trig.getUnionModel().isIsomorphicWith(quads.getUnionModel())).isTrue();
    assertThat(trig.getDefaultModel().isIsomorphicWith(quads.getDefaultModel())).isTrue();
  }

  @Test
  void the_catalogue_leads_to_its_feed() {
    assertThat(service.get("/catalog").headers().firstValue("Link").orElseThrow())
        .contains("</ldes/catalog>; rel=\"https://w3id.org/ldes#EventStream\"");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "/ldes/rien, 404",
    "/ldes/catalog/0, 404",
    "/ldes/catalog/99999, 404",
    "/ldes/catalog/x, 404",
    "/ldes/vocabularies/1, 404",
    "/ldes/studies/vocabularies, 404",
    "/ldes/studies/indicators, 404",
    "/ldes/indicators/1, 404",
    "/ldes/catalog?page=1, 400"
  })
  void what_is_not_there_is_said(String path, int status) {
    HttpResponse<String> answer = service.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("/problems/");
  }
}
