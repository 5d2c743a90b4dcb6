package fr.passerelle.api.graphql;

import graphql.execution.ExecutionContext;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** Codes that look like unknown ones are searched for, a few of them. */
  private static final int LOOKUP = 1_000;

  /** Labels are searched for one by one. */
  private static final int LABEL = 40;

  /** A release of before is read from its file, and two are compared. */
  private static final int RELEASE = 5_000;

  /** All ways from all occupations are walked. */
  private static final int QUALITY = 5_000;

  /** Others of the vocabulary are asked whether they have any. */
  private static final int EMPTINESS = 20;

  /** All concepts of a vocabulary are gone through to count those of a type. */
  private static final int WHOLE_VOCABULARY = 100;

  /** A perimeter is read from the database, and may have all communes of the country. */
  private static final int PERIMETER = 1_000;

  private static final int PERIMETER_AS_PLACE = 100;

  /** All deliveries are gone through, or all territories of a zoning. */
  private static final int OF_ONE_FIGURE = 200;

  /** Periods or categories where all are asked for. */
  private static final int ALL = 20;

  private static final int CONNECTION = 5;
  private static final int PLAIN_LIST = 10;

  /** Of a thousand codes few have more; the answer is cut by its bytes all the same. */
  private static final int LIST_OF_A_CODE = 3;

  /** More is more than anyone may ask for: the product of six lists does not fit a long. */
  private static final long ENDLESS = 1L << 40;

  private static final Cost NOTHING = new Cost(0, 0);

  /** The cost of an operation that is about to be executed. */
  static Cost of(ExecutionContext context) {
    return new Walk(context, /* codes= */ 0)
        .of(
            context.getOperationDefinition().getSelectionSet(),
            context.getOperationDefinition().getOperation() == Operation.MUTATION
                ? Objects.requireNonNull(context.getGraphQLSchema().getMutationType())
                : context.getGraphQLSchema().getQueryType());
  }

  private Cost and(Cost other) {
    return new Cost(Math.min(ENDLESS, points + other.points), Math.max(depth, other.depth));
  }

  /** How many zones a zoning has, about. */
  private static int zones(String zoning) {
    return switch (zoning) {
      case "REG" -> 20;
      case "DEP" -> 110;
      default -> 1_000;
    };
  }

  /**
   * A way through a valid document: it ends, its fields are counted, its types exist.
   *
   * @param codes how many codes the question above has; 0 where none is above
   */
  private record Walk(ExecutionContext context, int codes) {

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
        return new Cost(definition.getName().startsWith("empty") ? EMPTINESS : 1, 1);
      }
      Walk below = asksCodes(definition) ? new Walk(context, given(field)) : this;
      Cost each = below.of(field.getSelectionSet(), type);
      long points = weight(field, definition) + times(field, definition, parent) * each.points();
      return new Cost(Math.min(ENDLESS, points), each.depth() + 1);
    }

    private static boolean asksCodes(GraphQLFieldDefinition definition) {
      return definition.getName().equals("translate") || definition.getName().equals("lookup");
    }

    private int weight(Field field, GraphQLFieldDefinition definition) {
      boolean before =
          Stream.of("release", "asOf", "updatedAfter").anyMatch(each -> hasArgument(field, each));
      return (before ? RELEASE : 0)
          + PERIMETER_AS_PLACE * length(field, "perimeters")
          + switch (definition.getName()) {
            case "search", "suggest", "studies", "similar", "territories", "figures", "portrait" ->
                SEARCH;
            case "lookup" -> LOOKUP + LABEL * length(field, "labels");
            case "changes", "diff", "followUp" -> RELEASE;
            case "perimeter" -> PERIMETER;
            case "rank" -> OF_ONE_FIGURE;
            // That of a concept is a part of it.
            case "history" -> hasList(definition) ? OF_ONE_FIGURE : 1;
            case "quality", "studyOverlaps", "programme" -> QUALITY;
            case "concepts", "mappings", "correspondences", "paths", "translate", "descendants" ->
                WHOLE_VOCABULARY;
            default -> definition.getArgument("first") == null ? 1 : CONNECTION;
          };
    }

    private static boolean hasList(GraphQLFieldDefinition definition) {
      return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
    }

    private static boolean hasArgument(Field field, String name) {
      return field.getArguments().stream().anyMatch(each -> each.getName().equals(name));
    }

    private int times(
        Field field, GraphQLFieldDefinition definition, GraphQLFieldsContainer parent) {
      if (definition.getName().equals("lookup")) {
        return given(field);
      }
      if (definition.getArgument("first") != null) {
        return Math.clamp(first(field), 1, Call.MOST_FIRST);
      }
      if (!hasList(definition)) {
        return 1;
      }
      if (definition.getName().equals("figures")) {
        return lines(field);
      }
      return switch (parent.getName()) {
        case "Translation" -> definition.getName().equals("correspondences") ? PLAIN_LIST : codes;
        case "TranslatedCode", "InheritedFromV3", "LookupItem" -> LIST_OF_A_CODE;
        // The edges of a connection are counted where its length is given.
        default -> parent.getName().endsWith("Connection") ? 1 : PLAIN_LIST;
      };
    }

    /**
     * How many figures there may be, about: by indicator and place, of one period where it says.
     */
    private int lines(Field field) {
      long places =
          (long) length(field, "territories")
              + length(field, "perimeters")
              + text(field, "each").map(Cost::zones).orElse(0);
      long lines = Math.max(1, places) * Math.max(1, length(field, "indicators"));
      for (String all : List.of("period", "categories")) {
        lines *= text(field, all).filter("all"::equals).isPresent() ? ALL : 1;
      }
      return Math.clamp(lines, PLAIN_LIST, FigureFields.MOST_LINES);
    }

    private Optional<String> text(Field field, String argument) {
      return field.getArguments().stream()
          .filter(each -> each.getName().equals(argument))
          .findFirst()
          .flatMap(each ->
              switch (each.getValue()) {
                case StringValue literal -> Optional.ofNullable(literal.getValue());
                case VariableReference variable
                    when context.getCoercedVariables().get(variable.getName())
                        instanceof String set ->
                    Optional.of(set);
                default -> Optional.empty();
              });
    }

    /** How many codes and labels a question has. */
    private int given(Field field) {
      return Math.max(1, length(field, "codes") + length(field, "labels"));
    }

    private int length(Field field, String argument) {
      return field.getArguments().stream()
          .filter(each -> each.getName().equals(argument))
          .mapToInt(each -> length(each.getValue()))
          .sum();
    }

    private int length(Value<?> value) {
      return switch (value) {
        case ArrayValue list -> list.getValues().size();
        case VariableReference variable ->
            context.getCoercedVariables().get(variable.getName()) instanceof List<?> set
                ? set.size()
                : 0;
        // One value stands for a list of one.
        default -> 1;
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
