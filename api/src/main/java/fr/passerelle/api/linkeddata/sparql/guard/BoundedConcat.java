package fr.passerelle.api.linkeddata.sparql.guard;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeConst;
import org.jspecify.annotations.Nullable;

/** GROUP_CONCAT (SPARQL 1.1 Query Language, 18.5.1.7) of a text that is not too long. */
final class BoundedConcat extends AggregatorBase {
  private final String separator;

  BoundedConcat(Expr expression, @Nullable String separator, boolean distinct) {
    super("GROUP_CONCAT", distinct, expression);
    this.separator = separator == null ? " " : separator;
  }

  @Override
  public Aggregator copy(ExprList expressions) {
    return new BoundedConcat(expressions.get(0), separator, isDistinct);
  }

  @Override
  public Accumulator createAccumulator() {
    return new Text(getExprList().get(0), isDistinct, separator);
  }

  @Override
  public Node getValueEmpty() {
    return NodeConst.emptyString;
  }

  @Override
  public int hashCode() {
    return 31 * getExprList().hashCode() + separator.hashCode();
  }

  @Override
  public boolean equals(Aggregator other, boolean bySyntax) {
    return other instanceof BoundedConcat concat
        && concat.separator.equals(separator)
        && concat.isDistinct == isDistinct
        && concat.getExprList().get(0).equals(getExprList().get(0), bySyntax);
  }

  /** The text of a group in the making. */
  private static final class Text extends AccumulatorExpr {
    private final StringBuilder text = new StringBuilder();
    private final String separator;
    private boolean first = true;

    Text(Expr expression, boolean distinct, String separator) {
      super(expression, distinct);
      this.separator = separator;
    }

    @Override
    protected void accumulate(NodeValue value, Binding binding, FunctionEnv environment) {
      if (!first) {
        text.append(separator);
      }
      first = false;
      text.append(value.asString());
      BoundedFunctions.checkText(text.length());
    }

    @Override
    protected void accumulateError(Binding binding, FunctionEnv environment) {
      // What has no value is left out.
    }

    @Override
    protected NodeValue getAccValue() {
      return NodeValue.makeString(text.toString());
    }
  }
}
