package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.Instance;
import fr.passerelle.vocab.Licence;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** Where pages ask questions: the same answers as the protocol gives, to be looked at. */
@Singleton
public final class SparqlDesk {
  private static final int MOST_SHOWN = 200;

  private final Sparql sparql;
  private final Instance instance;

  SparqlDesk(Sparql sparql, Instance instance) {
    this.sparql = sparql;
    this.instance = instance;
  }

  /**
   * A term to look at.
   *
   * @param text its text; an address where it is a resource
   * @param isResource whether it can be followed
   */
  public record Cell(String text, boolean isResource) {}

  /**
   * An answer to look at.
   *
   * @param columns names of variables; empty where the answer is no table
   * @param rows the first rows
   * @param total how many rows there are
   * @param text what is no table: triples in Turtle, or true or false
   * @param isTriples whether it is triples
   */
  public record Shown(
      List<String> columns, List<List<Cell>> rows, int total, String text, boolean isTriples) {
    public Shown {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A graph to look at.
   *
   * @param name its address
   * @param title French name
   * @param citations whose it is
   * @param licences those of its sources
   * @param triples how many triples it has; empty where another store holds them
   */
  public record GraphLine(
      String name,
      String title,
      List<String> citations,
      List<Licence> licences,
      Optional<Integer> triples) {
    public GraphLine {
      citations = List.copyOf(citations);
      licences = List.copyOf(licences);
    }
  }

  /** Ready questions. */
  public List<Example> examples() {
    return Example.list(instance);
  }

  /** The graphs there are. */
  public List<GraphLine> graphs() {
    Graphs.State state = sparql.state(sparql.moment());
    return state.graphs().stream()
        .map(each ->
            new GraphLine(
                each.name(),
                each.title(),
                each.citations(),
                each.licences(),
                state.store().size(each.name())))
        .toList();
  }

  /**
   * The answer to a question.
   *
   * @throws fr.passerelle.api.http.ProblemException which says why there is none
   */
  public Shown show(String query) {
    Sparql.Recognised recognised = sparql.recognise(query);
    boolean triples = recognised.triples();
    ResultFormat format = triples ? ResultFormat.TURTLE : ResultFormat.JSON;
    Graphs.Moment moment = sparql.moment();
    byte[] bytes =
        sparql
            .answer(
                moment,
                new Sparql.Asking(
                    moment.version(), recognised.text(), List.of(), List.of(), format))
            .bytes();
    return triples
        ? new Shown(List.of(), List.of(), 0, new String(bytes, StandardCharsets.UTF_8), true)
        : table(bytes);
  }

  private static Shown table(byte[] json) {
    RowSetReader reader =
        RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON).create(ResultSetLang.RS_JSON);
    QueryExecResult result = reader.readAny(new ByteArrayInputStream(json), ARQ.getContext());
    if (result.isBoolean()) {
      return new Shown(List.of(), List.of(), 0, Boolean.toString(result.booleanResult()), false);
    }
    RowSet rows = result.rowSet();
    List<Var> variables = rows.getResultVars();
    List<List<Cell>> shown = new ArrayList<>();
    int total = 0;
    while (rows.hasNext()) {
      Binding row = rows.next();
      if (++total <= MOST_SHOWN) {
        shown.add(variables.stream().map(each -> cell(row.get(each))).toList());
      }
    }
    return new Shown(variables.stream().map(Var::getVarName).toList(), shown, total, "", false);
  }

  private static Cell cell(@Nullable Node node) {
    if (node == null) {
      return new Cell("", false);
    }
    return node.isURI()
        ? new Cell(node.getURI(), node.getURI().matches("https?://.*"))
        : new Cell(node.isLiteral() ? node.getLiteralLexicalForm() : node.toString(), false);
  }
}
