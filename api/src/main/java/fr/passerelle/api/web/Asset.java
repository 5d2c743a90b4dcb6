package fr.passerelle.api.web;

import fr.passerelle.vocab.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file that pages load, from the class path: its name holds its hash, so that it is kept. */
final class Asset {
  /** The style of all pages. */
  static final Asset STYLE = new Asset("passerelle", "css", "passerelle.css");

  /** What the page of the contract has beside the viewer's own style. */
  static final Asset DOCS_STYLE = new Asset("docs", "css", "docs.css");

  /** Starts the viewer of the contract. */
  static final Asset DOCS_SCRIPT = new Asset("docs", "js", "docs.js");

  /** Its version is that of the dependency: a test fails where they differ. */
  private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

  /** The viewer of the contract. */
  static final Asset VIEWER_STYLE = new Asset("swagger-ui", "css", SWAGGER_UI + "swagger-ui.css");

  /** The same. */
  static final Asset VIEWER_SCRIPT =
      new Asset("swagger-ui", "js", SWAGGER_UI + "swagger-ui-bundle.js");

  /** Their versions are those of the dependencies: a test fails where they differ. */
  private static final String NPM = "/META-INF/resources/webjars/";

  /** What GraphiQL is drawn with. */
  static final Asset REACT =
      new Asset("react", "js", NPM + "react/18.3.1/umd/react.production.min.js");

  /** The same. */
  static final Asset REACT_DOM =
      new Asset("react-dom", "js", NPM + "react-dom/18.3.1/umd/react-dom.production.min.js");

  /** The editor of the graph. */
  static final Asset GRAPHIQL_STYLE =
      new Asset("graphiql", "css", NPM + "graphiql/2.4.7/graphiql.min.css");

  /** The same. */
  static final Asset GRAPHIQL_SCRIPT =
      new Asset("graphiql", "js", NPM + "graphiql/2.4.7/graphiql.min.js");

  /** What the page of the graph has beside the editor's own style. */
  static final Asset GRAPHIQL_OWN_STYLE = new Asset("graphe", "css", "graphiql.css");

  /** Starts the editor of the graph. */
  static final Asset GRAPHIQL_OWN_SCRIPT = new Asset("graphe", "js", "graphiql.js");

  /** All of them. */
  static final List<Asset> ALL =
      List.of(
          STYLE,
          DOCS_STYLE,
          DOCS_SCRIPT,
          VIEWER_STYLE,
          VIEWER_SCRIPT,
          REACT,
          REACT_DOM,
          GRAPHIQL_STYLE,
          GRAPHIQL_SCRIPT,
          GRAPHIQL_OWN_STYLE,
          GRAPHIQL_OWN_SCRIPT);

  private final String name;
  private final String extension;
  private final String resource;
  private volatile @Nullable Loaded loaded;

  private Asset(String name, String extension, String resource) {
    this.name = name;
    this.extension = extension;
    this.resource = resource;
  }

  /** What is read when it is first asked for: few look at the viewer. */
  private static final class Loaded {
    private final String hash;
    private final byte[] plain;
    private final byte[] gzip;

    Loaded(byte[] bytes) throws IOException {
      hash = HexFormat.of().formatHex(SourceFile.digest().digest(bytes), 0, 8);
      plain = bytes;
      gzip = compressed(bytes);
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(bytes);
      }
      return out.toByteArray();
    }
  }

  private Loaded loaded() {
    Loaded known = loaded;
    if (known != null) {
      return known;
    }
    // Read twice where two ask at once, which harms nobody.
    try (InputStream in = Objects.requireNonNull(Asset.class.getResourceAsStream(resource))) {
      Loaded read = new Loaded(in.readAllBytes());
      loaded = read;
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address. */
  String path() {
    return "/assets/" + name + "-" + loaded().hash + "." + extension;
  }

  /** Its strong ETag; the gzipped bytes have their own. */
  String etag(boolean gzipped) {
    return '"' + loaded().hash + (gzipped ? "-gzip\"" : "\"");
  }

  /** Its bytes: not to be written to. */
  byte[] bytes(boolean gzipped) {
    return gzipped ? loaded().gzip : loaded().plain;
  }

  String mediaType() {
    return extension.equals("js") ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8";
  }

  /** The one at that address, whatever its hash. */
  static Optional<Asset> like(String path) {
    return ALL.stream().filter(each -> path.matches(each.pattern())).findFirst();
  }

  private String pattern() {
    return "/assets/" + name + "-[0-9a-f]+\\." + extension;
  }

  @Override
  public String toString() {
    return name + "." + extension;
  }
}
