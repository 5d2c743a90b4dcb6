package fr.passerelle.catalog.harvest.dcat;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.XmlPieces;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;

/**
 * A page in RDF/XML that is no XML as a whole, read element by element: datasets with all that is
 * in them, or, where none is written so, descriptions one beside the other. What is around them
 * must be sound: it says which page follows.
 */
final class BrokenRdf {
  private static final Pattern ANY_DATASET =
      Pattern.compile("<(?:[\\w.-]+:)?Dataset\\b[^<>]*(?<!/)>");

  private static final Pattern DATASET = start("Dataset");
  private static final Pattern DESCRIPTION = start("Description");
  private static final Pattern ROOT = Pattern.compile("<((?:[\\w.-]+:)?RDF)\\b([^<>]*)>");
  private static final Pattern NAMESPACE =
      Pattern.compile("(xmlns(?::[\\w.-]+)?)\\s*=\\s*(\"[^\"<]*\"|'[^'<]*')");
  private static final Pattern ABOUT =
      Pattern.compile("^<[^<>]*?\\b(?:[\\w.-]+:)about\\s*=\\s*[\"']([^\"'<>&\\uffff]{1,500})[\"']");

  private static final Pattern NODE_ID =
      Pattern.compile("^<[^<>]*?\\b(?:[\\w.-]+:)nodeID\\s*=\\s*[\"']([^\"'<>&]{1,200})[\"']");

  /** What tells pages apart: without it nobody knows what follows. */
  private static final Pattern PAGING =
      Pattern.compile("PartialCollectionView|PagedCollection|hydra/core#|dcat#Catalog\\b");

  private final String source;
  private final String base;
  private final String root;
  private final String close;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> unread = new HashSet<>();
  private final Set<String> nodes = new HashSet<>();

  /** What cannot be read, or must not be without what cannot. */
  private final Set<XmlPieces.Piece> broken = new HashSet<>();

  /** Labels of nodes without name that cannot be read. */
  private final Set<String> needed = new HashSet<>();

  private int unnamed;
  private Model model = ModelFactory.createDefaultModel();

  private BrokenRdf(String source, String base, String head, Matcher root) {
    this.source = source;
    this.base = base;
    String own = root.group(2);
    Map<String, String> others = new LinkedHashMap<>();
    NAMESPACE
        .matcher(head)
        .results()
        .filter(each -> !own.contains(each.group(1) + "=") && !own.contains(each.group(1) + " "))
        .forEach(each -> others.putIfAbsent(each.group(1), each.group(2)));
    StringBuilder declared = new StringBuilder();
    others.forEach((name, value) -> declared.append(" ").append(name).append("=").append(value));
    this.root = "<" + root.group(1) + own + declared + ">";
    close = "</" + root.group(1) + ">";
  }

  /** The start tag of an element that has something in it, or the end of the page. */
  private static Pattern start(String name) {
    return Pattern.compile(
        "<(?:[\\w.-]+:)?%s\\b[^<>]*(?<!/)>|</(?:[\\w.-]+:)?RDF\\b".formatted(name));
  }

  /**
   * Reads it.
   *
   * @param whole why it cannot be read as a whole, thrown where it cannot be read so either
   */
  static BrokenRdf read(String source, String text, String base, RefusedException whole) {
    Pattern start = ANY_DATASET.matcher(text).find() ? DATASET : DESCRIPTION;
    try {
      XmlPieces cut = new XmlPieces(source, new StringReader(text), start);
      Matcher root = ROOT.matcher(cut.head());
      if (!root.find()) {
        throw whole;
      }
      BrokenRdf page = new BrokenRdf(source, base, cut.head(), root);
      List<XmlPieces.Piece> pieces = new ArrayList<>();
      for (Optional<XmlPieces.Piece> each = cut.next(); each.isPresent(); each = cut.next()) {
        pieces.add(each.get());
        page.look(each.get(), whole);
      }
      page.model = DcatPage.model(source, DcatPage.RDF_XML, page.sound(cut.head(), pieces), base);
      return page;
    } catch (RefusedException e) {
      throw whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a piece can be read. */
  private void look(XmlPieces.Piece piece, RefusedException whole) {
    if (piece.name().isEmpty()) {
      return;
    }
    try {
      DcatPage.model(source, DcatPage.RDF_XML, root + piece.text() + close, base);
    } catch (RefusedException e) {
      if (!isDataset(piece) && PAGING.matcher(piece.text()).find()) {
        throw whole;
      }
      Matcher id = NODE_ID.matcher(piece.text());
      if (id.find()) {
        needed.add(id.group(1));
      }
      refuse(piece, e.faults().getFirst());
    }
  }

  /** The page without what cannot be read, nor what says that it needs it. */
  private String sound(String head, List<XmlPieces.Piece> pieces) {
    StringBuilder all = new StringBuilder(head);
    for (XmlPieces.Piece each : pieces) {
      if (!broken.contains(each) && needs(each)) {
        refuse(each, new Fault(source + ":1:1", "record", "elle dépend d'une partie illisible"));
      }
      all.append(broken.contains(each) ? "" : each.text()).append(each.after());
    }
    return all.toString();
  }

  private boolean needs(XmlPieces.Piece piece) {
    return needed.stream()
        .anyMatch(id ->
            piece.text().contains("nodeID=\"" + id + "\"")
                || piece.text().contains("nodeID='" + id + "'"));
  }

  private static boolean isDataset(XmlPieces.Piece piece) {
    return piece.name().equals("Dataset") || piece.text().contains("ns/dcat#Dataset");
  }

  private void refuse(XmlPieces.Piece piece, Fault fault) {
    broken.add(piece);
    Matcher about = ABOUT.matcher(piece.text());
    Optional<String> name = about.find() ? resolved(about.group(1)) : Optional.empty();
    name.ifPresent(nodes::add);
    if (isDataset(piece)) {
      name.ifPresentOrElse(unread::add, () -> unnamed++);
    }
    faults.add(
        new Fault(
            piece.place(fault.place()),
            "record",
            "fiche %s illisible (%s) : laissée, les autres sont prises ; la corriger à la source"
                .formatted(name.orElse("sans nom"), fault.message())));
  }

  private Optional<String> resolved(String name) {
    try {
      return Optional.of(URI.create(base).resolve(name).toString());
    } catch (IllegalArgumentException e) {
      return Optional.of(name);
    }
  }

  /** What of it can be read; what cannot is told. */
  DcatPage page(Findings findings) {
    for (Fault each : faults) {
      Findings.Attempt attempt = findings.attempt();
      findings.refused(each.place(), each.rule(), each.message());
      attempt.close();
    }
    return new DcatPage(model, unread, nodes, unnamed);
  }
}
