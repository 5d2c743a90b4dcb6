package fr.passerelle.api.linkeddata.sparql.guard;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * Puts bounds on the functions of SPARQL whose result can be many times as long as what it is made
 * of, or that can run for ever on a short text: CONCAT of a text with itself, forty times over.
 */
final class BoundedFunctions extends ExprTransformCopy {
  private static final int DIGITS = 1_000;

  private final Budget budget;

  private BoundedFunctions(Budget budget) {
    this.budget = budget;
  }

  /** The same operators with bounded functions. */
  static Op in(Op op, Budget budget) {
    return Transformer.transform(new Aggregators(), new BoundedFunctions(budget), op);
  }

  @Override
  public Expr transform(ExprFunction1 function, Expr argument) {
    return function instanceof E_StrEncodeForURI encode
        ? new BoundedFunction(
            "encode_for_uri",
            new ExprList(argument),
            arguments -> {
              checkText(3L * length(arguments));
              return encode.eval(arguments.getFirst());
            })
        : super.transform(function, argument);
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr one, Expr other) {
    return function instanceof E_Multiply || function instanceof E_Divide
        ? new BoundedFunction(
            function.getFunctionSymbol().getSymbol(),
            new ExprList(List.of(one, other)),
            arguments -> {
              arguments.forEach(BoundedFunctions::checkDigits);
              return function.eval(arguments.getFirst(), arguments.getLast());
            })
        : super.transform(function, one, other);
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    return switch (function) {
      case E_StrConcat concat ->
          new BoundedFunction(
              "concat",
              arguments,
              values -> {
                checkText(length(values));
                return concat.eval(values);
              });
      case E_Regex regex ->
          new BoundedFunction("regex", arguments, new BoundedPattern(budget)::matches);
      case E_StrReplace replace ->
          new BoundedFunction("replace", arguments, new BoundedPattern(budget)::replace);
      default -> super.transform(function, arguments);
    };
  }

  private static long length(List<NodeValue> values) {
    return values.stream().mapToLong(each -> each.asString().length()).sum();
  }

  /** Refuses a text that is too long. */
  static void checkText(long length) {
    if (length > Limits.TEXT) {
      throw new ExcessException(Excess.TEXT);
    }
  }

  private static void checkDigits(NodeValue value) {
    if (value.isNumber() && value.asString().length() > DIGITS) {
      throw new ExcessException(Excess.TEXT);
    }
  }

  /** Puts the bounded GROUP_CONCAT in the place of the other. */
  private static final class Aggregators extends TransformCopy {
    @Override
    public Op transform(OpGroup group, Op below) {
      List<ExprAggregator> bounded =
          group.getAggregators().stream()
              .map(each -> new ExprAggregator(each.getVar(), bounded(each.getAggregator())))
              .toList();
      return OpGroup.create(below, group.getGroupVars(), bounded);
    }

    private static Aggregator bounded(Aggregator aggregator) {
      return switch (aggregator) {
        case AggGroupConcat concat ->
            new BoundedConcat(
                concat.getExprList().get(0), concat.getSeparator(), /* distinct= */ false);
        case AggGroupConcatDistinct concat ->
            new BoundedConcat(
                concat.getExprList().get(0), concat.getSeparator(), /* distinct= */ true);
        default -> aggregator;
      };
    }
  }
}
