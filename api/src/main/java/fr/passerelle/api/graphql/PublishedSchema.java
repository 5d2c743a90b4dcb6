package fr.passerelle.api.graphql;

import fr.passerelle.catalog.citation.CitationFormat;
import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.study.AccessRights;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Qualification;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.Scale;
import fr.passerelle.catalog.study.StudyKind;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.Visibility;
import fr.passerelle.catalog.study.journal.StudyEvent;
import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.Similar;
import fr.passerelle.catalog.study.search.StudyQuery;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.search.Match;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.BrokenHop;
import fr.passerelle.vocab.service.Change;
import fr.passerelle.vocab.service.ConceptList;
import fr.passerelle.vocab.service.Past;
import fr.passerelle.vocab.service.Regional;
import fr.passerelle.vocab.service.Resolved;
import fr.passerelle.vocab.service.Translation;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.NaturalEnumValuesProvider;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The schema of {@code schema.graphqls}, each field tied to what gives its value. */
final class PublishedSchema {
  static final String FILE = "/schema.graphqls";

  private PublishedSchema() {}

  static GraphQLSchema load() {
    return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(source()), wiring());
  }

  /** Text of the committed schema. */
  static String source() {
    try (InputStream in =
        Objects.requireNonNull(PublishedSchema.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuntimeWiring wiring() {
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    QueryFields.all().forEach(fields -> wiring.type(fields.wiring()));
    VocabFields.all().forEach(fields -> wiring.type(fields.wiring()));
    ConceptFields.all().forEach(fields -> wiring.type(fields.wiring()));
    ConnectionFields.all().forEach(fields -> wiring.type(fields.wiring()));
    SearchFields.all().forEach(fields -> wiring.type(fields.wiring()));
    MappingFields.all().forEach(fields -> wiring.type(fields.wiring()));
    CollectionFields.all().forEach(fields -> wiring.type(fields.wiring()));
    ServiceFields.all().forEach(fields -> wiring.type(fields.wiring()));
    ChangeFields.all().forEach(fields -> wiring.type(fields.wiring()));
    QualityFields.all().forEach(fields -> wiring.type(fields.wiring()));
    StudyFields.all().forEach(fields -> wiring.type(fields.wiring()));
    StudyLinkFields.all().forEach(fields -> wiring.type(fields.wiring()));
    StudySearchFields.all().forEach(fields -> wiring.type(fields.wiring()));
    TerritoryFields.all().forEach(fields -> wiring.type(fields.wiring()));
    IndicatorFields.all().forEach(fields -> wiring.type(fields.wiring()));
    FigureFields.all().forEach(fields -> wiring.type(fields.wiring()));
    ProgrammeFields.all().forEach(fields -> wiring.type(fields.wiring()));
    return wiring
        .type(
            "Node",
            type ->
                type.typeResolver(environment ->
                    environment.getSchema().getObjectType(Nodes.type(environment.getObject()))))
        .type(choices("ConceptType", ConceptType.class))
        .type(choices("Status", Status.class))
        .type(choices("Mark", Link.Mark.class))
        .type(choices("ConceptList", ConceptList.class))
        .type(choices("LinkKind", Link.Kind.class))
        .type(choices("NoteKind", Note.Kind.class))
        .type(choices("MatchField", Match.Field.class))
        .type(choices("Predicate", Predicate.class))
        .type(choices("RegionalKind", Regional.Kind.class))
        .type(choices("TranslationOutcome", Translation.Outcome.class))
        .type(choices("TranslationReason", Translation.Reason.class))
        .type(choices("LookupOutcome", Resolved.Outcome.class))
        .type(choices("BrokenReason", BrokenHop.Reason.class))
        .type(choices("EmptyReason", Absence.Reason.class))
        .type(choices("ChangeKind", Change.Kind.class))
        .type(choices("ChangeSubject", ChangeFields.Subject.class))
        .type(choices("HistoryEventKind", Past.Kind.class))
        .type(choices("StudyKind", StudyKind.class))
        .type(choices("StudyStatus", StudyStatus.class))
        .type(choices("StudyScale", Scale.class))
        .type(choices("StudyVisibility", Visibility.class))
        .type(choices("StudyQualification", Qualification.class))
        .type(choices("StudyAccess", AccessRights.class))
        .type(choices("StudyOriginKind", RecordOrigin.Kind.class))
        .type(choices("StudyEventKind", StudyEvent.Kind.class))
        .type(choices("StudyFacetName", Facet.class))
        .type(choices("StudySort", StudyQuery.Sort.class))
        .type(choices("CitationFormat", CitationFormat.class))
        .type(choices("StudyDatePrecision", PartialDate.Precision.class))
        .type(choices("SimilarityKind", Similar.Kind.class))
        .type(choices("MeasureKind", Measure.Kind.class))
        .type(choices("MeasureAxis", Axis.class))
        .type(choices("ObservationStatus", ObservationStatus.class))
        .type(choices("RefusalReason", Answer.Reason.class))
        .type(choices("DepositResult", fr.passerelle.catalog.studies.Outcome.Result.class))
        .build();
  }

  private static <E extends Enum<E>> TypeRuntimeWiring choices(String name, Class<E> type) {
    return TypeRuntimeWiring.newTypeWiring(name)
        .enumValues(new NaturalEnumValuesProvider<>(type))
        .build();
  }
}
