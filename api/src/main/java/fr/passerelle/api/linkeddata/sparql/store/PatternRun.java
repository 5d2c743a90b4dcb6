package fr.passerelle.api.linkeddata.sparql.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program: at each step the triples that go with what the steps before chose, gone
 * through one by one; after the last step a solution is whole.
 */
final class PatternRun implements Iterator<Binding> {
  /** Triples between two looks at whether to go on. */
  private static final int STRETCH = 255;

  private final PatternProgram program;
  private final Dictionary dictionary;
  private final Binding before;

  /** Numbers that variables have; {@link Dictionary#NONE} where none is chosen. */
  private final int[] values;

  /** The step at which a variable is chosen; negative where it was known before. */
  private final int[] chosenAt;

  private final TripleIndex.@Nullable Range[] ranges;
  private final int[] at;
  private int step;
  private int looked;
  private boolean ready;

  private PatternRun(PatternProgram program, Binding before, int[] values) {
    this.program = program;
    this.dictionary = program.graph().dictionary();
    this.before = before;
    this.values = values;
    chosenAt = new int[values.length];
    for (int place = 0; place < values.length; place++) {
      chosenAt[place] = values[place] == Dictionary.NONE ? Integer.MAX_VALUE : -1;
    }
    ranges = new TripleIndex.@Nullable Range[program.length()];
    at = new int[program.length()];
    open(0);
  }

  /** The solutions; none where a node that is known already is in no triple. */
  static Iterator<Binding> of(PatternProgram program, Binding before) {
    int[] values = new int[program.vars().size()];
    Arrays.fill(values, Dictionary.NONE);
    for (int place = 0; place < values.length; place++) {
      Node node = before.get(program.vars().get(place));
      if (node != null) {
        values[place] = program.graph().dictionary().find(node);
        if (values[place] == Dictionary.NONE) {
          return Iter.nullIterator();
        }
      }
    }
    return new PatternRun(program, before, values);
  }

  @Override
  public boolean hasNext() {
    if (!ready) {
      ready = advance();
    }
    return ready;
  }

  @Override
  public Binding next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    BindingBuilder solution = Binding.builder(before);
    for (int place = 0; place < values.length; place++) {
      if (chosenAt[place] >= 0) {
        Var variable = program.vars().get(place);
        solution.add(variable, dictionary.node(values[place]));
      }
    }
    return solution.build();
  }

  private boolean advance() {
    while (step >= 0) {
      if (!choose()) {
        step--;
      } else if (step == program.length() - 1) {
        return true;
      } else {
        open(++step);
      }
    }
    return false;
  }

  /** Goes to the triples of a step that go with what was chosen. */
  private void open(int number) {
    forget(number);
    PatternProgram.Step now = program.step(number);
    int predicate = value(now.predicate());
    if (now.predicate().place() != Dictionary.NONE && predicate != Dictionary.NONE) {
      predicate = dictionary.findPredicate(dictionary.node(predicate));
      if (predicate == Dictionary.NONE) {
        ranges[number] = null; // a node that is no predicate of any triple
        return;
      }
    }
    TripleIndex.Range range =
        program.graph().index().find(value(now.subject()), predicate, value(now.object()));
    ranges[number] = range;
    at[number] = range.from();
  }

  private int value(PatternProgram.Part part) {
    return part.place() == Dictionary.NONE ? part.number() : values[part.place()];
  }

  /** Chooses the next triple of the step; whether there is one. */
  private boolean choose() {
    TripleIndex.Range range = ranges[step];
    if (range == null) {
      return false;
    }
    PatternProgram.Step now = program.step(step);
    while (at[step] < range.to()) {
      if ((++looked & STRETCH) == 0 && Thread.currentThread().isInterrupted()) {
        throw new QueryCancelledException();
      }
      forget(step);
      long key = range.keys()[at[step]++];
      Order order = range.order();
      if (take(now.subject(), order.subject(key))
          && takePredicate(now.predicate(), order.predicate(key))
          && take(now.object(), order.object(key))) {
        return true;
      }
    }
    return false;
  }

  private boolean takePredicate(PatternProgram.Part part, int predicate) {
    return part.place() == Dictionary.NONE || take(part, dictionary.predicateNode(predicate));
  }

  /** Gives a variable a value, if it has no other: {@code ?x ?p ?x} is one variable twice. */
  private boolean take(PatternProgram.Part part, int number) {
    int place = part.place();
    if (place == Dictionary.NONE) {
      return true;
    }
    if (values[place] != Dictionary.NONE) {
      return values[place] == number;
    }
    values[place] = number;
    chosenAt[place] = step;
    return true;
  }

  /** Takes back what was chosen at a step or later. */
  private void forget(int from) {
    for (int place = 0; place < values.length; place++) {
      if (chosenAt[place] >= from && chosenAt[place] != Integer.MAX_VALUE) {
        values[place] = Dictionary.NONE;
        chosenAt[place] = Integer.MAX_VALUE;
      }
    }
  }
}
