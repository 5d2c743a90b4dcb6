package fr.passerelle.api.graphql;

import graphql.execution.ExecutionContext;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Optional;

/**
 * What an operation may cost at most, known from its text and variables.
 *
 * @param points one per value of the answer, more for what has to be searched or sorted first; a
 *     list counts as often as {@code first} allows, a list without {@code first} ten times
 * @param depth levels of fields, those of introspection left aside
 */
record Cost(long points, int depth) {
  /** Refused beyond; two hundred sheets with all their skills stay below. */
  static final int MOST_POINTS = 50_000;

  static final int MOST_DEPTH = 12;

  private static final int SEARCH = 500;

  /** Labels are searched for one by one. */
  private static final int LOOKUP = 5_000;

  /** All concepts of a vocabulary are gone through to count those of a type. */
  private static final int WHOLE_VOCABULARY = 100;

  private static final int CONNECTION = 5;
  private static final int PLAIN_LIST = 10;

  /** More is more than anyone may ask for: the product of six lists does not fit a long. */
  private static final long ENDLESS = 1L << 40;

  private static final Cost NOTHING = new Cost(0, 0);

  /** The cost of an operation that is about to be executed. */
  static Cost of(ExecutionContext context) {
    return new Walk(context)
        .of(
            context.getOperationDefinition().getSelectionSet(),
            context.getGraphQLSchema().getQueryType());
  }

  private Cost and(Cost other) {
    return new Cost(Math.min(ENDLESS, points + other.points), Math.max(depth, other.depth));
  }

  /** A way through a valid document: it ends, its fields are counted, its types exist. */
  private record Walk(ExecutionContext context) {

    Cost of(SelectionSet selections, GraphQLFieldsContainer parent) {
      Cost sum = NOTHING;
      for (Selection<?> selection : selections.getSelections()) {
        sum = sum.and(of(selection, parent));
      }
      return sum;
    }

    private Cost of(Selection<?> selection, GraphQLFieldsContainer parent) {
      return switch (selection) {
        case Field field -> of(field, parent);
        case InlineFragment inline ->
            of(
                inline.getSelectionSet(),
                inline.getTypeCondition() == null
                    ? parent
                    : type(inline.getTypeCondition().getName()).orElse(parent));
        case FragmentSpread spread -> {
          FragmentDefinition fragment = context.getFragmentsByName().get(spread.getName());
          yield fragment == null
              ? NOTHING
              : of(
                  fragment.getSelectionSet(),
                  type(fragment.getTypeCondition().getName()).orElse(parent));
        }
        default -> NOTHING;
      };
    }

    private Optional<GraphQLFieldsContainer> type(String name) {
      return context.getGraphQLSchema().getType(name) instanceof GraphQLFieldsContainer type
          ? Optional.of(type)
          : Optional.empty();
    }

    private Cost of(Field field, GraphQLFieldsContainer parent) {
      GraphQLFieldDefinition definition = parent.getFieldDefinition(field.getName());
      if (definition == null) {
        return new Cost(1, 0); // __schema, __type, __typename: bounded on their own
      }
      if (!(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLFieldsContainer type)
          || field.getSelectionSet() == null) {
        return new Cost(1, 1);
      }
      Cost each = of(field.getSelectionSet(), type);
      long points = weight(definition) + times(field, definition, parent) * each.points();
      return new Cost(Math.min(ENDLESS, points), each.depth() + 1);
    }

    private static int weight(GraphQLFieldDefinition definition) {
      return switch (definition.getName()) {
        case "search", "suggest" -> SEARCH;
        case "lookup" -> LOOKUP;
        case "concepts", "mappings", "correspondences", "paths", "translate" -> WHOLE_VOCABULARY;
        default -> definition.getArgument("first") == null ? 1 : CONNECTION;
      };
    }

    private int times(
        Field field, GraphQLFieldDefinition definition, GraphQLFieldsContainer parent) {
      if (definition.getName().equals("translate") || definition.getName().equals("lookup")) {
        return given(field);
      }
      if (definition.getArgument("first") != null) {
        return Math.clamp(first(field), 1, Call.MOST_FIRST);
      }
      boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
      // The edges of a connection are counted where its length is given.
      return list && !parent.getName().endsWith("Connection") ? PLAIN_LIST : 1;
    }

    /** How many codes and labels a question has. */
    private int given(Field field) {
      int sum = field.getArguments().stream().mapToInt(each -> length(each.getValue())).sum();
      return Math.clamp(sum, 1, 2 * ServiceFields.MOST_CODES);
    }

    private int length(Value<?> value) {
      return switch (value) {
        case ArrayValue list -> list.getValues().size();
        case VariableReference variable ->
            context.getCoercedVariables().get(variable.getName()) instanceof List<?> set
                ? set.size()
                : 0;
        default -> 0;
      };
    }

    private long first(Field field) {
      return field.getArguments().stream()
          .filter(argument -> argument.getName().equals("first"))
          .map(Argument::getValue)
          .findFirst()
          .map(value ->
              switch (value) {
                case IntValue literal ->
                    literal.getValue().bitLength() < 31 ? literal.getValue().longValue() : 0L;
                case VariableReference variable ->
                    context.getCoercedVariables().get(variable.getName()) instanceof Integer set
                        ? (long) set
                        : (long) Call.DEFAULT_FIRST;
                default -> (long) Call.DEFAULT_FIRST;
              })
          .orElse((long) Call.DEFAULT_FIRST);
    }
  }
}
