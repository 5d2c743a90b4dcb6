package fr.passerelle.api.linkeddata.sparql.guard;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** A function of SPARQL, evaluated in a way of ours. */
final class BoundedFunction extends ExprFunctionN {
  private final String name;
  private final Function<List<NodeValue>, NodeValue> evaluation;

  BoundedFunction(String name, ExprList args, Function<List<NodeValue>, NodeValue> evaluation) {
    super(name, args);
    this.name = name;
    this.evaluation = evaluation;
  }

  @Override
  public NodeValue eval(List<NodeValue> values) {
    return evaluation.apply(values);
  }

  @Override
  public Expr copy(ExprList others) {
    return new BoundedFunction(name, others, evaluation);
  }
}
