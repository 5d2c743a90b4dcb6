package fr.passerelle.vocab.skos;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.SourceText;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;

/**
 * An RDF file of another organisation, read into memory; nothing but the file is ever read: no
 * remote context, no document type, no entity.
 */
public final class RdfText {
  /** Where relative names would lead; nothing is there (RFC 2606). */
  private static final String BASE = "https://base.invalid/";

  /** Characters that a file may have: the largest vocabularies in use have a hundred million. */
  private static final int MAX_LENGTH = 200_000_000;

  private static final Map<String, Lang> LANGUAGES =
      Map.of(
          "ttl", Lang.TURTLE,
          "nt", Lang.NTRIPLES,
          "rdf", Lang.RDFXML,
          "xml", Lang.RDFXML,
          "jsonld", Lang.JSONLD,
          "json", Lang.JSONLD);

  private static final Map<String, Lang> MEDIA_TYPES =
      Map.of(
          "text/turtle", Lang.TURTLE,
          "application/n-triples", Lang.NTRIPLES,
          "application/rdf+xml", Lang.RDFXML,
          "application/ld+json", Lang.JSONLD);

  private RdfText() {}

  /**
   * The graph of a file, its prefixes included.
   *
   * @throws RefusedException if it is no RDF, or would make us read something else
   */
  public static Graph read(Origin origin, Findings findings) throws IOException {
    String file = origin.file();
    String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Lang lang = LANGUAGES.get(extension);
    if (lang == null) {
      throw RefusedException.of(
          file, "format", "extension inconnue ; admises : .ttl, .nt, .rdf, .xml, .jsonld, .json");
    }
    return parse(file, text(origin, findings), lang, BASE, findings);
  }

  /**
   * The graph of a text that another service answered, its prefixes included.
   *
   * @param name what it is, for messages
   * @param mediaType IANA media type, without parameters
   * @param base where relative names lead
   * @throws RefusedException if it is no RDF, or would make us read something else
   */
  public static Graph parse(
      String name, String mediaType, String text, String base, Findings findings)
      throws IOException {
    Lang lang = MEDIA_TYPES.get(mediaType);
    if (lang == null) {
      throw RefusedException.of(
          name,
          "content-type",
          "« %s » au lieu de RDF ; admis : %s"
              .formatted(mediaType, String.join(", ", new TreeSet<>(MEDIA_TYPES.keySet()))));
    }
    return parse(name, text, lang, base, findings);
  }

  /**
   * What a text says before its first fault. Only of Turtle and N-Triples, which are read statement
   * by statement, is anything known.
   *
   * @param mediaType IANA media type, without parameters
   */
  public static Graph beginning(String mediaType, String text, String base) {
    Graph graph = GraphFactory.createDefaultGraph();
    Lang lang = MEDIA_TYPES.get(mediaType);
    if (Lang.TURTLE.equals(lang) || Lang.NTRIPLES.equals(lang)) {
      try {
        RDFParser.fromString(text, lang)
            .base(base)
            .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
            .parse(graph);
      } catch (RiotException e) {
        // What came before was read.
      }
    }
    return graph;
  }

  private static Graph parse(String file, String text, Lang lang, String base, Findings findings)
      throws IOException {
    if (lang.equals(Lang.RDFXML)) {
      Prologue.refuseDoctype(text, file);
    } else if (lang.equals(Lang.JSONLD)) {
      Prologue.refuseRemoteContext(text, file);
    }
    Graph graph = GraphFactory.createDefaultGraph();
    try {
      RDFParser.fromString(text, lang)
          .base(base)
          .context(offline())
          .errorHandler(new Faults(file, findings))
          .parse(graph);
    } catch (RiotException e) {
      refuseUnsaid(e, file, findings);
    }
    findings.refuseIfFaulty();
    findings.read(file, graph.size());
    return graph;
  }

  /** What the parser threw without a word to the handler. */
  private static void refuseUnsaid(RiotException e, String file, Findings findings) {
    findings.refuseIfFaulty();
    findings.refused(file + ":1:1", "rdf", "RDF illisible : " + e.getMessage());
  }

  private static String text(Origin origin, Findings findings) throws IOException {
    StringWriter all = new StringWriter();
    char[] buffer = new char[1 << 16];
    try (Reader in = SourceText.open(origin.path(), findings)) {
      int count;
      while ((count = in.read(buffer)) >= 0) {
        all.write(buffer, 0, count);
        if (all.getBuffer().length() > MAX_LENGTH) {
          throw RefusedException.of(
              origin.file(), "size", "plus de " + MAX_LENGTH + " caractères ; le découper");
        }
      }
    }
    return all.toString();
  }

  private static Context offline() {
    JsonLdOptions options =
        new JsonLdOptions((address, how) -> {
          throw new JsonLdError(
              JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "contexte distant : " + address);
        });
    return RIOT.getContext().copy().set(LangJSONLD11.JSONLD_OPTIONS, options);
  }

  /** Says what the parser found, with its place. */
  private record Faults(String file, Findings findings) implements ErrorHandler {
    @Override
    public void warning(String message, long line, long column) {
      findings.repaired("avertissement du lecteur RDF, passé", place(line, column));
    }

    @Override
    public void error(String message, long line, long column) {
      fatal(message, line, column);
    }

    @Override
    public void fatal(String message, long line, long column) {
      findings.refused(place(line, column), "rdf", "RDF illisible : " + message);
      throw new RiotException(message);
    }

    private String place(long line, long column) {
      return file + ":" + Math.max(line, 1) + ":" + Math.max(column, 1);
    }
  }
}
