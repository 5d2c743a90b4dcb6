package fr.passerelle.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.study.Qualification;
import fr.passerelle.catalog.study.Scale;
import fr.passerelle.catalog.study.StudyKind;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.Visibility;
import fr.passerelle.catalog.study.journal.StudyEvent;
import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.Similar;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.search.Match;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.BrokenHop;
import fr.passerelle.vocab.service.Change;
import fr.passerelle.vocab.service.Past;
import fr.passerelle.vocab.service.Regional;
import fr.passerelle.vocab.service.Resolved;
import fr.passerelle.vocab.service.Translation;
import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTraverser;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
  private static final GraphQLSchema SCHEMA = PublishedSchema.load();

  @Test
  @SuppressWarnings("unchecked") // a JSON object
  void the_running_service_tells_the_committed_schema() {
    Object data =
        Objects.requireNonNull(Asking.ask(IntrospectionQuery.INTROSPECTION_QUERY).get("data"));

    SchemaPrinter printer =
        new SchemaPrinter(
            SchemaPrinter.Options.defaultOptions()
                .includeDirectiveDefinitions(false)
                .includeScalarTypes(true));
    String told =
        printer.print(
            new IntrospectionResultToSchema().createSchemaDefinition((Map<String, Object>) data));
    String committed = printer.print(SCHEMA);

    assertThat(new SchemaParser().parse(told).types().keySet())
        .isEqualTo(new SchemaParser().parse(committed).types().keySet());
    assertThat(told).isEqualTo(committed);
  }

  static Stream<Arguments> enums() {
    return Stream.of(
        Arguments.of("ConceptType", ConceptType.values()),
        Arguments.of("Status", Status.values()),
        Arguments.of("Mark", Link.Mark.values()),
        Arguments.of("LinkKind", Link.Kind.values()),
        Arguments.of("NoteKind", Note.Kind.values()),
        Arguments.of("MatchField", Match.Field.values()),
        Arguments.of("Predicate", Predicate.values()),
        Arguments.of("RegionalKind", Regional.Kind.values()),
        Arguments.of("TranslationOutcome", Translation.Outcome.values()),
        Arguments.of("TranslationReason", Translation.Reason.values()),
        Arguments.of("LookupOutcome", Resolved.Outcome.values()),
        Arguments.of("BrokenReason", BrokenHop.Reason.values()),
        Arguments.of("EmptyReason", Absence.Reason.values()),
        Arguments.of("ChangeKind", Change.Kind.values()),
        Arguments.of("ChangeSubject", ChangeFields.Subject.values()),
        Arguments.of("HistoryEventKind", Past.Kind.values()),
        Arguments.of("StudyKind", StudyKind.values()),
        Arguments.of("StudyStatus", StudyStatus.values()),
        Arguments.of("StudyScale", Scale.values()),
        Arguments.of("StudyVisibility", Visibility.values()),
        Arguments.of("StudyQualification", Qualification.values()),
        Arguments.of("StudyEventKind", StudyEvent.Kind.values()),
        Arguments.of("StudyFacetName", Facet.values()),
        Arguments.of("SimilarityKind", Similar.Kind.values()));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void every_value_of_the_code_is_in_the_schema(String name, Enum<?>[] values) {
    GraphQLEnumType type = (GraphQLEnumType) Objects.requireNonNull(SCHEMA.getType(name));

    assertThat(type.getValues())
        .extracting(each -> each.getName())
        .containsExactlyElementsOf(Arrays.stream(values).map(Enum::name).toList());
  }

  @Test
  void every_kind_of_link_has_a_field() {
    Set<Link.Kind> shown = EnumSet.copyOf(LinkFields.OUTGOING.values());
    shown.add(Link.Kind.BROADER);
    shown.add(Link.Kind.RELATED);

    assertThat(shown).containsExactlyInAnyOrder(Link.Kind.values());
  }

  @Test
  void every_field_is_given_by_a_function_of_ours() {
    for (GraphQLObjectType type : ours()) {
      type.getFieldDefinitions()
          .forEach(field ->
              assertThat(
                      SCHEMA
                          .getCodeRegistry()
                          .hasDataFetcher(FieldCoordinates.coordinates(type, field)))
                  .as("%s.%s", type.getName(), field.getName())
                  .isTrue());
    }
  }

  private static final class Described extends GraphQLTypeVisitorStub {
    private final List<String> without = new ArrayList<>();
    private final List<String> undated = new ArrayList<>();

    @Override
    protected TraversalControl visitGraphQLType(
        GraphQLSchemaElement node, TraverserContext<GraphQLSchemaElement> context) {
      if (node instanceof GraphQLNamedSchemaElement named && !isOfTheSpecification(named)) {
        check(named, context.getParentNode());
      }
      return TraversalControl.CONTINUE;
    }

    private void check(GraphQLNamedSchemaElement named, @Nullable GraphQLSchemaElement parent) {
      String holder =
          parent instanceof GraphQLNamedSchemaElement above ? above.getName() + "." : "";
      if (named.getDescription() == null || named.getDescription().isBlank()) {
        without.add(holder + named.getName());
      }
      String reason =
          switch (named) {
            case GraphQLFieldDefinition field -> field.getDeprecationReason();
            case GraphQLArgument argument -> argument.getDeprecationReason();
            case GraphQLInputObjectField input -> input.getDeprecationReason();
            case GraphQLEnumValueDefinition value -> value.getDeprecationReason();
            default -> null;
          };
      if (reason != null && !reason.matches(".*\\d{4}-\\d{2}-\\d{2}.*")) {
        undated.add(holder + named.getName());
      }
    }

    private static boolean isOfTheSpecification(GraphQLNamedSchemaElement named) {
      return named.getName().startsWith("__")
          || named instanceof GraphQLScalarType
          || named instanceof GraphQLDirective;
    }
  }

  private static Described described() {
    Described described = new Described();
    new SchemaTraverser()
        .depthFirst(
            described,
            SCHEMA.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .toList());
    return described;
  }

  @Test
  void types_fields_arguments_inputs_and_values_are_all_described() {
    assertThat(described().without).isEmpty();
  }

  @Test
  void what_is_deprecated_says_since_when() {
    assertThat(described().undated).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Figure.value",
        "Figure.coverage",
        "FigureVersion.value",
        "Observation.value",
        "Observation.source",
        "Precision.halfWidth",
        "Rank.position",
        "PortraitEntry.growth",
        "PortraitComparison.share",
        "Territory.population",
        "TerritoryOverlap.share",
        "Mapping.confidence",
        "Share.share",
        "StudyDocument.bytes",
        "SimilarStudy.score"
      })
  void a_figure_says_its_unit_and_where_it_comes_from(String coordinates) {
    String[] parts = coordinates.split("\\.", -1);
    GraphQLObjectType type =
        (GraphQLObjectType) Objects.requireNonNull(SCHEMA.getType(parts[0]), coordinates);

    assertThat(
            Objects.requireNonNull(type.getFieldDefinition(parts[1]), coordinates).getDescription())
        .containsPattern(
            "unit|Inhabitants|inhabitants|[Ss]hare|0 to 1|bytes|Half-width|much|part of|From"
                + " 1|Who|Which|grew");
  }

  /** Lists of what there may be a great many of; an answer never holds more than a page of them. */
  @Test
  void what_can_be_long_is_paged() {
    for (GraphQLObjectType type : ours()) {
      for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
        boolean connection =
            GraphQLTypeUtil.unwrapAll(field.getType()).getName().endsWith("Connection");
        boolean paged = field.getArgument("first") != null && field.getArgument("after") != null;
        assertThat(paged).as("%s.%s", type.getName(), field.getName()).isEqualTo(connection);
      }
    }
  }

  @Test
  void every_connection_has_the_parts_of_relay() {
    for (GraphQLObjectType type : ours()) {
      if (type.getName().endsWith("Connection")) {
        assertThat(type.getFieldDefinition("edges")).as(type.getName()).isNotNull();
        assertThat(type.getFieldDefinition("pageInfo")).as(type.getName()).isNotNull();
        GraphQLObjectType edge =
            (GraphQLObjectType)
                GraphQLTypeUtil.unwrapAll(type.getFieldDefinition("edges").getType());
        assertThat(edge.getFieldDefinition("node")).as(edge.getName()).isNotNull();
        assertThat(edge.getFieldDefinition("cursor")).as(edge.getName()).isNotNull();
      }
    }
  }

  @Test
  void what_has_an_identity_is_a_node() {
    Set<String> without =
        ours().stream()
            .filter(type -> type.getFieldDefinition("id") != null)
            .filter(type -> type.getInterfaces().isEmpty())
            .map(GraphQLObjectType::getName)
            .collect(Collectors.toSet());

    // A release and an author have a name among those of one edition, and words of addresses.
    assertThat(without).containsExactlyInAnyOrder("Release", "Author");
  }

  private static List<GraphQLObjectType> ours() {
    return SCHEMA.getAllTypesAsList().stream()
        .filter(type -> type instanceof GraphQLObjectType)
        .map(GraphQLObjectType.class::cast)
        .filter(type -> !((GraphQLNamedSchemaElement) type).getName().startsWith("__"))
        .toList();
  }
}
