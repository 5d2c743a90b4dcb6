package fr.passerelle.api.linkeddata.sparql.guard;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterConvert;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;

/** Counts the solutions that operators hold, and ends a sort when the question is ended. */
final class GuardedExecutor extends OpExecutor {
  /** Comparisons between two looks at whether to go on. */
  private static final int STRETCH = 255;

  private final Budget budget;

  GuardedExecutor(ExecutionContext execution) {
    super(execution);
    budget = Budget.of(execution.getContext());
  }

  /** The left side is held, and the right side probes it. */
  @Override
  protected QueryIterator execute(OpJoin op, QueryIterator input) {
    return Join.join(kept(exec(op.getLeft(), input)), exec(op.getRight(), root()), execCxt);
  }

  @Override
  protected QueryIterator execute(OpLeftJoin op, QueryIterator input) {
    return Join.leftJoin(
        exec(op.getLeft(), input), kept(exec(op.getRight(), root())), op.getExprs(), execCxt);
  }

  @Override
  protected QueryIterator execute(OpMinus op, QueryIterator input) {
    Set<Var> common = OpVars.visibleVars(op.getLeft());
    common.retainAll(OpVars.visibleVars(op.getRight()));
    return QueryIterMinus.create(
        exec(op.getLeft(), input), kept(exec(op.getRight(), root())), common, execCxt);
  }

  /** What is distinct is held. */
  @Override
  protected QueryIterator execute(OpDistinct op, QueryIterator input) {
    return kept(super.execute(op, input));
  }

  @Override
  protected QueryIterator execute(OpTopN op, QueryIterator input) {
    return op.getLimit() <= budget.limits().rows()
        ? super.execute(op, input)
        : sorted(exec(op.getSubOp(), input), op.getConditions());
  }

  @Override
  protected QueryIterator execute(OpOrder op, QueryIterator input) {
    return sorted(exec(op.getSubOp(), input), op.getConditions());
  }

  @Override
  protected QueryIterator execute(OpService op, QueryIterator input) {
    throw new IllegalStateException("a query with SERVICE is refused before");
  }

  private QueryIterator sorted(QueryIterator rows, List<SortCondition> conditions) {
    Comparator<Binding> order = new BindingComparator(conditions, execCxt);
    return QueryIterSort.create(kept(rows), new Interruptible(order, budget), execCxt);
  }

  private QueryIterator kept(QueryIterator rows) {
    return new QueryIterConvert(
        rows,
        row -> {
          budget.keep();
          return row;
        },
        execCxt);
  }

  /** An order that looks from time to time at whether to go on. */
  private static final class Interruptible implements Comparator<Binding> {
    private final Comparator<Binding> order;
    private final Budget budget;
    private int compared;

    Interruptible(Comparator<Binding> order, Budget budget) {
      this.order = order;
      this.budget = budget;
    }

    @Override
    public int compare(Binding one, Binding other) {
      if ((++compared & STRETCH) == 0) {
        budget.check();
      }
      return order.compare(one, other);
    }
  }
}
