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
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  @Test
  void everything_is_described() {
    for (GraphQLObjectType type : ours()) {
      assertThat(type.getDescription()).as(type.getName()).isNotBlank();
      type.getFieldDefinitions()
          .forEach(field -> {
            assertThat(field.getDescription())
                .as("%s.%s", type.getName(), field.getName())
                .isNotBlank();
            field
                .getArguments()
                .forEach(argument ->
                    assertThat(argument.getDescription())
                        .as("%s.%s(%s)", type.getName(), field.getName(), argument.getName())
                        .isNotBlank());
          });
    }
  }

  private static List<GraphQLObjectType> ours() {
    return SCHEMA.getAllTypesAsList().stream()
        .filter(type -> type instanceof GraphQLObjectType)
        .map(GraphQLObjectType.class::cast)
        .filter(type -> !((GraphQLNamedSchemaElement) type).getName().startsWith("__"))
        .toList();
  }
}
