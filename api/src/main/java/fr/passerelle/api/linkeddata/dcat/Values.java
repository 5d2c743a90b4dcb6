package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.catalog.dataset.IsoDate;
import fr.passerelle.vocab.skos.Literals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Values of the catalogue as portals read them. */
final class Values {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  /** As DCAT 3 says it, and CKAN reads it. */
  private static final String WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";

  /** The only WKT that udata reads. */
  private static final String WKT_OF_UDATA = "http://www.opengis.net/rdf#wktLiteral";

  private Values() {}

  /** A French text on the page: no control characters, no lines of blanks around it. */
  static Node text(String text) {
    return Literals.fr(text.strip());
  }

  static Node string(String text) {
    return Literals.string(text);
  }

  static Node date(IsoDate date) {
    return typed(date.text(), XSD + date.type());
  }

  static Node date(LocalDate date) {
    return Literals.date(date);
  }

  /** To the second, as harvesters compare it. */
  static Node moment(Instant instant) {
    return typed(instant.truncatedTo(ChronoUnit.SECONDS).toString(), XSD + "dateTime");
  }

  /** As precisely as it is known. */
  static Node instant(Instant instant) {
    return typed(instant.toString(), XSD + "dateTime");
  }

  static Node number(long number) {
    return Literals.integer(number);
  }

  /** The type that DCAT-AP 3.0.1 asks of dcat:byteSize. */
  static Node size(long bytes) {
    return typed(Long.toString(bytes), XSD + "nonNegativeInteger");
  }

  static Node hexadecimal(String digits) {
    return typed(digits.toLowerCase(Locale.ROOT), XSD + "hexBinary");
  }

  static Node wkt(String wkt) {
    return typed(wkt, WKT);
  }

  static Node wktOfUdata(String wkt) {
    return typed(wkt, WKT_OF_UDATA);
  }

  private static Node typed(String text, String type) {
    return NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(type));
  }
}
