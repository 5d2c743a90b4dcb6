package fr.passerelle.api.linkeddata.shapes;

import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.skos.RdfText;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

/** SHACL shapes that pages of the catalogue are held against; nothing but their files is read. */
public final class CatalogShapes {
  private static final String OURS = "dcat-ap.ttl";

  /** A file with what it holds: names of shapes may be the same in several. */
  private record Source(String file, Graph graph) {}

  private final List<Source> sources;
  private final Graph all = GraphFactory.createDefaultGraph();
  private final PrefixMapping prefixes = PrefixMapping.Factory.create();
  private final Shapes shapes;

  private CatalogShapes(List<Source> sources) {
    this.sources = sources;
    for (Source each : sources) {
      GraphUtil.addInto(all, each.graph());
      each.graph().getPrefixMapping().getNsPrefixMap().forEach(this::prefix);
    }
    try {
      shapes = Shapes.parse(all);
    } catch (ShaclException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
    if (shapes.isEmpty()) {
      throw refused("aucune forme (sh:NodeShape) dans ces fichiers");
    }
  }

  private void prefix(String prefix, String namespace) {
    // Each file has its own empty prefix: its shapes are told by file and local name.
    if (!prefix.isEmpty()) {
      prefixes.setNsPrefix(prefix, namespace);
    }
  }

  private RefusedException refused(String why) {
    String files = String.join(", ", sources.stream().map(Source::file).toList());
    return RefusedException.of(files, "shacl", "pas des formes SHACL : " + why);
  }

  /** Shapes of the house: DCAT-AP 3.0.1 and what is asked of this catalogue besides. */
  public static CatalogShapes ours() {
    try (InputStream in =
        Objects.requireNonNull(CatalogShapes.class.getResourceAsStream(OURS), OURS)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Graph graph =
          RdfText.parse(OURS, "text/turtle", text, "https://base.invalid/", new Findings());
      return new CatalogShapes(List.of(new Source(OURS, graph)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Shapes of those files, taken together.
   *
   * @throws RefusedException if one is no RDF, or they hold no shapes
   */
  public static CatalogShapes of(List<java.nio.file.Path> files) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (java.nio.file.Path each : files) {
      Origin origin = Origin.of(each);
      sources.add(new Source(origin.file(), RdfText.read(origin, new Findings())));
    }
    return new CatalogShapes(sources);
  }

  /** Number of shapes. */
  public int size() {
    return shapes.numShapes();
  }

  /** What the shapes do not admit on a page. */
  public List<ShapeFinding> check(Graph page) {
    List<ReportEntry> entries =
        List.copyOf(ShaclValidator.get().validate(shapes, page).getEntries());
    if (entries.isEmpty()) {
      return List.of();
    }
    Owners owners = Owners.of(page);
    return entries.stream().map(each -> finding(each, owners)).toList();
  }

  private ShapeFinding finding(ReportEntry entry, Owners owners) {
    String path = path(entry.resultPath());
    String message =
        said(entry.source(), SHACL.message).orElseGet(() -> Wording.message(entry, this::name));
    List<String> records = owners.of(entry.focusNode());
    return new ShapeFinding(
        severity(entry),
        records,
        focus(entry.focusNode(), records),
        path,
        message,
        new ShapeFinding.Rule(
            shape(entry.source()),
            path,
            constraint(entry),
            said(entry.source(), SHACL.description).orElse(""),
            Wording.advice(entry, path)));
  }

  private String path(@Nullable Path path) {
    if (path instanceof P_Link link) {
      return name(link.getNode());
    }
    return path == null ? "" : ShaclPaths.pathToString(all, path);
  }

  /** A node without name is told by its record: its label on a page says nothing. */
  private static String focus(Node node, List<String> records) {
    return node.isBlank() && !records.isEmpty()
        ? records.getFirst() + " (nœud anonyme)"
        : node.toString();
  }

  private static ShapeFinding.Severity severity(ReportEntry entry) {
    String level = entry.severity().level().getLocalName();
    return switch (level) {
      case "Info" -> ShapeFinding.Severity.INFO;
      case "Warning" -> ShapeFinding.Severity.WARNING;
      default -> ShapeFinding.Severity.VIOLATION;
    };
  }

  private static String constraint(ReportEntry entry) {
    return entry.sourceConstraintComponent().getLocalName().replace("ConstraintComponent", "");
  }

  private Optional<String> said(Node shape, Node property) {
    return all.find(shape, property, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(Node::isLiteral)
        .mapWith(Node::getLiteralLexicalForm)
        .nextOptional();
  }

  /**
   * The file and the name of a shape; of one without name, those of the shape that it is part of.
   */
  private String shape(Node shape) {
    String file =
        sources.stream()
            .filter(each -> each.graph().contains(shape, Node.ANY, Node.ANY))
            .map(Source::file)
            .findFirst()
            .orElse("?");
    Node named = shape;
    while (named.isBlank()) {
      Optional<Node> parent =
          all.find(Node.ANY, Node.ANY, named).mapWith(Triple::getSubject).nextOptional();
      if (parent.isEmpty()) {
        return file;
      }
      named = parent.get();
    }
    return file + "#" + named.getURI().substring(named.getURI().lastIndexOf('#') + 1);
  }

  /** A name as people read it. */
  private String name(Node node) {
    if (node.isURI()) {
      return prefixes.shortForm(node.getURI());
    }
    return node.isLiteral() ? "« " + node.getLiteralLexicalForm() + " »" : "un nœud anonyme";
  }
}
