package fr.passerelle.api.linkeddata.sparql.guard;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;

/** A question while it is answered: its budget, and the engine as it may be used. */
public final class Asked {
  private static final QueryEngineRegistry ENGINES = new QueryEngineRegistry();

  static {
    ENGINES.add(GuardedEngine.FACTORY);
  }

  private final Budget budget;

  Asked(Budget budget) {
    this.budget = budget;
  }

  /** What it may take. */
  public Limits limits() {
    return budget.limits();
  }

  /** All rows of a SELECT, in memory. */
  public RowSet select(GuardedQuery query, DatasetGraph dataset, StageGenerator patterns) {
    try (QueryExec execution = execution(query.query(), dataset, patterns)) {
      RowSet rows = execution.select();
      List<Binding> all = new ArrayList<>();
      while (rows.hasNext()) {
        all.add(rows.next());
        if (all.size() > budget.limits().rows()) {
          throw new ExcessException(Excess.ROWS);
        }
      }
      return RowSetStream.create(rows.getResultVars(), all.iterator());
    }
  }

  /** The answer to an ASK. */
  public boolean ask(GuardedQuery query, DatasetGraph dataset, StageGenerator patterns) {
    try (QueryExec execution = execution(query.query(), dataset, patterns)) {
      return execution.ask();
    }
  }

  /** The triples of a CONSTRUCT or of a DESCRIBE. */
  public Graph graph(GuardedQuery query, DatasetGraph dataset, StageGenerator patterns) {
    try (QueryExec execution = execution(query.query(), dataset, patterns)) {
      Graph graph = new CappedGraph(GraphFactory.createDefaultGraph(), budget);
      if (query.query().isDescribeType()) {
        return execution.describe(graph);
      }
      Iterator<Triple> triples = execution.constructTriples();
      triples.forEachRemaining(graph::add);
      return graph;
    }
  }

  private QueryExec execution(Query query, DatasetGraph dataset, StageGenerator patterns) {
    Context context = ARQ.getContext().copy();
    budget.enter(context);
    QueryEngineRegistry.set(context, ENGINES);
    QC.setFactory(context, GuardedExecutor::new);
    StageBuilder.setGenerator(context, patterns);
    // What these make of a short query may be thousands of times as long.
    context.set(ARQ.optFilterDisjunction, false);
    context.set(ARQ.optFilterExpandOneOf, false);
    context.set(ARQ.propertyFunctions, false);
    return QueryExec.newBuilder().query(query).dataset(dataset).context(context).build();
  }
}
