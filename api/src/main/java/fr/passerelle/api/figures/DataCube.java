package fr.passerelle.api.figures;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The RDF Data Cube Vocabulary (W3C 2014) with the concepts of SDMX, and the classes of cube.link
 * beside, by which tools of Swiss and Zazuko cubes find the same observations.
 */
public final class DataCube {
  private static final String QB = "http://purl.org/linked-data/cube#";
  private static final String CUBE = "https://cube.link/";
  private static final String DIMENSION = "http://purl.org/linked-data/sdmx/2009/dimension#";
  private static final String MEASURE = "http://purl.org/linked-data/sdmx/2009/measure#";
  private static final String ATTRIBUTE = "http://purl.org/linked-data/sdmx/2009/attribute#";
  private static final String CODE = "http://purl.org/linked-data/sdmx/2009/code#";

  private final Model model = ModelFactory.createDefaultModel();
  private final FigureTable table;
  private final String address;
  private final Property value;

  private DataCube(FigureTable table, String address) {
    this.table = table;
    this.address = address;
    this.value = model.createProperty(MEASURE, "obsValue");
    model.setNsPrefix("qb", QB);
    model.setNsPrefix("cube", CUBE);
    model.setNsPrefix("sdmx-dimension", DIMENSION);
    model.setNsPrefix("sdmx-measure", MEASURE);
    model.setNsPrefix("sdmx-attribute", ATTRIBUTE);
    model.setNsPrefix("sdmx-code", CODE);
    model.setNsPrefix("dct", DCTerms.NS);
    model.setNsPrefix("rdfs", RDFS.uri);
    model.setNsPrefix("skos", SKOS.uri);
  }

  /**
   * The cube as Turtle.
   *
   * @param address address of the answer, which names the data set
   */
  static String write(FigureTable table, String address) {
    DataCube cube = made(table, address);
    StringWriter text = new StringWriter();
    RDFDataMgr.write(text, cube.model, Lang.TURTLE);
    return text.toString();
  }

  /**
   * The triples of the cube.
   *
   * @param address address of the answer, which names the data set
   */
  public static List<Triple> triples(FigureTable table, String address) {
    return made(table, address).model.getGraph().find().toList();
  }

  private static DataCube made(FigureTable table, String address) {
    DataCube cube = new DataCube(table, address);
    cube.describe();
    return cube;
  }

  private void describe() {
    Resource set = model.createResource(address + "#dataset");
    Resource observations = model.createResource(address + "#observations");
    set.addProperty(RDF.type, model.createResource(QB + "DataSet"))
        .addProperty(RDF.type, model.createResource(CUBE + "Cube"))
        .addProperty(DCTerms.title, table.indicator().title(), "fr")
        .addProperty(
            DCTerms.modified,
            model.createTypedLiteral(table.modified().toString(), XSDDatatype.XSDdate))
        .addProperty(model.createProperty(QB, "structure"), structure())
        .addProperty(model.createProperty(CUBE, "observationSet"), observations);
    table.producers().forEach(each -> set.addProperty(DCTerms.creator, agent(each)));
    set.addProperty(DCTerms.bibliographicCitation, table.citation(), "fr");
    table
        .licenceUri()
        .ifPresentOrElse(
            uri -> set.addProperty(DCTerms.license, model.createResource(uri)),
            () -> set.addProperty(DCTerms.rights, table.licence().explanation(), "fr"));
    observations.addProperty(RDF.type, model.createResource(CUBE + "ObservationSet"));
    int number = 0;
    for (FigureTable.Row row : table.rows()) {
      number++;
      Resource observation = model.createResource(address + "#o" + number);
      observation
          .addProperty(RDF.type, model.createResource(QB + "Observation"))
          .addProperty(RDF.type, model.createResource(CUBE + "Observation"))
          .addProperty(model.createProperty(QB, "dataSet"), set);
      observations.addProperty(model.createProperty(CUBE, "observation"), observation);
      describe(observation, row);
    }
  }

  private Resource agent(String name) {
    return model.createResource().addProperty(FOAF.name, name);
  }

  private void describe(Resource observation, FigureTable.Row row) {
    for (int i = 0; i < row.key().size(); i++) {
      observation.addProperty(dimension(i), code(i, row.key().get(i)));
    }
    if (row.value().isPresent()) {
      observation.addProperty(
          value,
          model.createTypedLiteral(
              FigureTable.plain(row.value().getAsDouble()), XSDDatatype.XSDdecimal));
    }
    observation.addProperty(
        model.createProperty(ATTRIBUTE, "obsStatus"),
        model.createResource(CODE + "obsStatus-" + row.status().code()));
    observation.addProperty(
        model.createProperty(ATTRIBUTE, "unitMeasure"), table.indicator().unit());
    String comment = row.attributes().getOrDefault("COMMENT_OBS", "");
    String protection = row.attributes().getOrDefault("PROTECTION", "");
    if (!protection.isEmpty()) {
      observation.addProperty(
          RDFS.comment,
          protection + ", à " + row.attributes().getOrDefault("HALF_WIDTH", "") + " près",
          "fr");
    }
    if (!comment.isEmpty()) {
      observation.addProperty(RDFS.comment, comment, "fr");
    }
  }

  /** What has a persistent name leads to what is said of it; other codes are texts. */
  private RDFNode code(int dimension, String code) {
    return table
        .names()
        .uri(table.dimensions().get(dimension), code)
        .<RDFNode>map(uri ->
            model
                .createResource(uri)
                .addProperty(SKOS.notation, code)
                .addProperty(SKOS.prefLabel, table.name(dimension, code), "fr"))
        .orElseGet(() -> model.createLiteral(code));
  }

  private Resource structure() {
    Resource structure = model.createResource(address + "#structure");
    structure.addProperty(RDF.type, model.createResource(QB + "DataStructureDefinition"));
    Property component = model.createProperty(QB, "component");
    for (int i = 0; i < table.dimensions().size(); i++) {
      structure.addProperty(
          component,
          model
              .createResource()
              .addProperty(model.createProperty(QB, "dimension"), dimension(i))
              .addLiteral(model.createProperty(QB, "order"), i + 1));
      dimension(i)
          .addProperty(RDF.type, model.createResource(QB + "DimensionProperty"))
          .addProperty(RDFS.label, table.dimensions().get(i));
    }
    structure.addProperty(
        component, model.createResource().addProperty(model.createProperty(QB, "measure"), value));
    structure.addProperty(
        component,
        model
            .createResource()
            .addProperty(
                model.createProperty(QB, "attribute"),
                model.createProperty(ATTRIBUTE, "obsStatus")));
    return structure;
  }

  private Property dimension(int place) {
    String name = table.dimensions().get(place);
    return switch (name) {
      case FigureTable.PLACE -> model.createProperty(DIMENSION, "refArea");
      case FigureTable.TIME -> model.createProperty(DIMENSION, "timePeriod");
      default ->
          model.createProperty(
              address + "#dimension-", URLEncoder.encode(name, StandardCharsets.UTF_8));
    };
  }
}
