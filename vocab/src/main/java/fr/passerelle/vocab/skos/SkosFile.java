package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Newcomer;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.ForeignNames;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DC;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Reader of a vocabulary of another organisation in SKOS: Turtle, N-Triples, RDF/XML or JSON-LD. It
 * is kept under its own authorship, each skos:ConceptScheme as an edition named after its URI.
 */
public final class SkosFile {
  private static final Property VERSION =
      ResourceFactory.createProperty(Terms.DCAT_VERSION.getURI());

  private SkosFile() {}

  /**
   * Reads the file.
   *
   * @param uris our bases: what is named under them is ours
   * @param findings receives counts, repairs and remarks
   * @throws RefusedException with every fault found; those of the graph, which has no lines, are
   *     said of a resource and with the path that proves them
   */
  public static List<Release> read(Origin origin, Findings findings, Uris uris) throws IOException {
    Graph rdf = RdfText.read(origin, findings);
    SkosGraph graph = new SkosGraph(rdf, origin.file(), findings);
    Set<String> schemes = graph.ofType(SKOS.ConceptScheme.asNode());
    if (schemes.isEmpty()) {
      throw RefusedException.of(
          origin.file(), "scheme", "aucun skos:ConceptScheme dans ce fichier ; en déclarer un");
    }
    Map<String, String> prefixes = rdf.getPrefixMapping().getNsPrefixMap();
    SkosConcepts concepts = new SkosConcepts(graph, findings, uris, schemes);
    SkosCollections collections = new SkosCollections(graph, findings, uris, concepts, schemes);
    SkosAnnotations annotations = new SkosAnnotations(graph, concepts, uris);
    List<Release> releases = new ArrayList<>();
    for (String scheme : schemes) {
      ForeignNames names = new ForeignNames(uris, prefixes, findings);
      // What is said of concepts of others names no scheme of the file: it is of the first.
      boolean first = releases.isEmpty();
      releases.add(
          release(
              origin, graph, scheme, concepts, collections, names, annotations, first, findings));
    }
    findings.refuseIfFaulty();
    return releases;
  }

  private static Release release(
      Origin origin,
      SkosGraph graph,
      String uri,
      SkosConcepts concepts,
      SkosCollections collections,
      ForeignNames names,
      SkosAnnotations annotations,
      boolean first,
      Findings findings)
      throws IOException {
    String place = graph.place(uri);
    String title = needed(graph.title(uri, DCTerms.title, RDFS.label, SKOS.prefLabel, DC.title));
    String creator =
        needed(graph.agent(uri, DCTerms.creator, DC.creator, DCTerms.publisher, DC.publisher));
    if (title.isEmpty() || creator.isEmpty()) {
      findings.refused(
          place, "scheme", "un schéma a un titre (dct:title) et un auteur (dct:creator)");
    }
    Edition edition =
        Newcomer.edition(place, SkosConcepts.schemeId(uri), title, creator, homepage(graph, uri));
    Stubs stubs = new Stubs();
    SkosMatches matches = new SkosMatches(graph, findings, names, concepts, stubs);
    Scheme scheme = concepts.scheme(uri, edition, matches);
    Correspondence.Author author = new Correspondence.Author(Newcomer.slug(creator), creator);
    List<Correspondence> correspondences = matches.correspondences(author);
    List<Collection> made = collections.of(uri, author, names, stubs);
    List<Annotation> said = first ? annotations.by(author, stubs) : List.of();
    remarkLicence(graph, uri, findings);
    String version = version(origin, graph, uri);
    LocalDate issued = origin.issued(date(graph, uri));
    findings.refuseIfFaulty();
    List<Scheme> all = new ArrayList<>(List.of(scheme));
    all.addAll(stubs.schemes());
    return new Release(edition, version, origin.source(issued), all, correspondences)
        .withCollections(made)
        .withAnnotations(said)
        .checked();
  }

  private static String needed(Optional<String> text) {
    return text.orElse("");
  }

  private static String homepage(SkosGraph graph, String uri) {
    return graph.objects(uri, FOAF.homepage, FOAF.page).stream()
        .filter(each -> each.startsWith("http"))
        .findFirst()
        .orElse(uri.startsWith("http") ? uri : "");
  }

  private static void remarkLicence(SkosGraph graph, String uri, Findings findings) {
    Optional<String> declared =
        graph.objects(uri, DCTerms.license, DCTerms.rights).stream()
            .findFirst()
            .or(() -> graph.value(uri, DCTerms.license, DCTerms.rights));
    declared.ifPresent(findings::licence);
    findings.remark(
        "licence que le fichier déclare : "
            + declared.orElse("aucune")
            + " ; --licence la confirme");
  }

  private static String version(Origin origin, SkosGraph graph, String uri) {
    return origin
        .release()
        .or(() -> graph.value(uri, OWL2.versionInfo, VERSION, DCTerms.hasVersion))
        .orElseThrow(() ->
            RefusedException.of(
                graph.place(uri),
                "version",
                "ce schéma ne dit pas sa version (owl:versionInfo) ; la nommer : --release"));
  }

  private static Optional<LocalDate> date(SkosGraph graph, String uri) {
    Optional<String> text =
        graph.value(uri, DCTerms.modified, DCTerms.issued, DCTerms.created, DCTerms.date, DC.date);
    try {
      return text.map(each -> LocalDate.parse(each.substring(0, Math.min(10, each.length()))));
    } catch (DateTimeException e) {
      throw RefusedException.of(
          graph.place(uri), "date", "date impossible « " + text.orElse("") + " »");
    }
  }
}
