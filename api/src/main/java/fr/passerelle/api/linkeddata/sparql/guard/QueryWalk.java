package fr.passerelle.api.linkeddata.sparql.guard;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * A walk over all that a query would do, the patterns in its filters included. What is listed here
 * is admitted; what is not, refused, whatever the engine may learn to do one day.
 */
final class QueryWalk {
  private static final int MOST_PARTS = 5_000;
  private static final int MOST_TRIPLES = 150;
  private static final int MOST_VALUES = 5_000;

  /** Properties that an engine computes rather than finds. */
  private static final List<String> COMPUTED =
      List.of(
          "java:",
          "http://jena.apache.org/",
          "http://jena.hpl.hp.com/",
          "http://www.w3.org/2005/xpath-functions");

  private int parts;
  private boolean lasting = true;

  /** Refuses what may not be done. */
  void check(Query query, Op op) {
    if (query.isConstructQuad()) {
      throw GuardedQuery.refused("CONSTRUCT fait des triplets, pas des graphes");
    }
    walk(op);
  }

  /** Whether nothing in it depends on the moment or on chance. */
  boolean isLasting() {
    return lasting;
  }

  private void walk(@Nullable Op op) {
    count();
    switch (op) {
      case null -> {}
      case OpService _ ->
          throw GuardedQuery.refused(
              "SERVICE n'est pas admis : ce point d'accès n'interroge que lui");
      case OpBGP bgp -> triples(bgp.getPattern().getList());
      case OpTriple triple -> triples(List.of(triple.getTriple()));
      case OpPath path -> computed(path.getTriplePath().getPredicate());
      case OpTable table -> values(table);
      case OpNull _ -> {}
      case OpSequence sequence -> sequence.getElements().forEach(this::walk);
      case OpJoin join -> both(join);
      case OpUnion union -> both(union);
      case OpMinus minus -> both(minus);
      case OpLeftJoin join -> {
        both(join);
        walk(join.getExprs());
      }
      case OpFilter filter -> {
        walk(filter.getExprs());
        below(filter);
      }
      case OpExtend extend -> {
        extend.getVarExprList().forEachExpr((_, each) -> walk(each));
        below(extend);
      }
      case OpGroup group -> {
        group.getGroupVars().forEachExpr((_, each) -> walk(each));
        group.getAggregators().forEach(this::walk);
        below(group);
      }
      case OpOrder order -> {
        order.getConditions().stream().map(SortCondition::getExpression).forEach(this::walk);
        below(order);
      }
      case OpGraph graph -> below(graph);
      case OpProject project -> below(project);
      case OpDistinct distinct -> below(distinct);
      case OpReduced reduced -> below(reduced);
      case OpSlice slice -> below(slice);
      default -> throw notAdmitted(op.getName());
    }
  }

  private void below(Op1 op) {
    walk(op.getSubOp());
  }

  private void both(Op2 op) {
    walk(op.getLeft());
    walk(op.getRight());
  }

  private void triples(List<Triple> triples) {
    if (triples.size() > MOST_TRIPLES) {
      throw GuardedQuery.refused("un motif a %d triplets au plus".formatted(MOST_TRIPLES));
    }
    triples.forEach(each -> {
      count();
      computed(each.getPredicate());
    });
  }

  private static void computed(@Nullable Node predicate) {
    if (predicate != null
        && predicate.isURI()
        && COMPUTED.stream().anyMatch(predicate.getURI()::startsWith)) {
      throw GuardedQuery.refused(
          "la propriété <%s> n'est pas admise".formatted(predicate.getURI()));
    }
  }

  private static void values(OpTable table) {
    if (table.getTable().size() > MOST_VALUES) {
      throw GuardedQuery.refused("VALUES a %d lignes au plus".formatted(MOST_VALUES));
    }
  }

  private void walk(@Nullable ExprList expressions) {
    if (expressions != null) {
      expressions.forEach(this::walk);
    }
  }

  private void walk(@Nullable Expr expression) {
    count();
    switch (expression) {
      case null -> {}
      case ExprVar _ -> {}
      case ExprNone _ -> {}
      case NodeValue _ -> {}
      case ExprAggregator aggregator -> {
        if (aggregator.getAggregator() instanceof AggCustom) {
          throw notAdmitted("cet agrégat");
        }
        walk(aggregator.getAggregator().getExprList());
      }
      case ExprFunctionOp pattern -> walk(pattern.getGraphPattern());
      case E_Function function -> {
        if (!String.valueOf(function.getFunctionIRI()).startsWith(XSD.NS)) {
          throw GuardedQuery.refused(
              "la fonction <%s> n'est pas admise : celles de SPARQL 1.1 et les conversions xsd: le sont"
                  .formatted(function.getFunctionIRI()));
        }
        arguments(function);
      }
      case E_Now _ -> lasting = false;
      case E_Random _ -> lasting = false;
      case E_UUID _ -> lasting = false;
      case E_StrUUID _ -> lasting = false;
      case E_BNode.BNode0 _ -> lasting = false;
      case E_BNode.BNode1 blank -> {
        lasting = false;
        arguments(blank);
      }
      case ExprFunction function -> arguments(function);
      default -> throw notAdmitted(expression.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }
  }

  private void arguments(ExprFunction function) {
    for (int i = 1; i <= function.numArgs(); i++) {
      walk(function.getArg(i));
    }
  }

  private void count() {
    if (++parts > MOST_PARTS) {
      throw GuardedQuery.refused("la question a plus de %d parties".formatted(MOST_PARTS));
    }
  }

  private static RuntimeException notAdmitted(String what) {
    return GuardedQuery.refused("« " + what + " » n'est pas admis");
  }
}
