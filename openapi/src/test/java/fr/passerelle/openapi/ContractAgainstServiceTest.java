package fr.passerelle.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import fr.passerelle.api.RunningService;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractAgainstServiceTest {
  private static final Path CONTRACT =
      Path.of(System.getenv().getOrDefault("PASSERELLE_ROOT", ".."))
          .resolve("openapi/passerelle.yaml");

  private static SwaggerParseResult parse() {
    return new OpenAPIV3Parser().readLocation(CONTRACT.toString(), List.of(), null);
  }

  @Test
  void client_generators_read_the_contract_without_a_complaint() {
    SwaggerParseResult parsed = parse();

    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
  }

  @Test
  void every_operation_has_a_name_words_and_typed_problems() {
    for (Map.Entry<String, PathItem> path : parse().getOpenAPI().getPaths().entrySet()) {
      for (Operation each : path.getValue().readOperations()) {
        assertThat(each.getOperationId()).as(path.getKey()).isNotBlank();
        assertThat(each.getSummary()).as(path.getKey()).isNotBlank();
        assertThat(each.getDescription()).as(path.getKey()).isNotBlank();
        if (path.getKey().startsWith("/api/")) {
          assertThat(
                  Optional.ofNullable(each.getResponses().get("400")).map(ApiResponse::getContent))
              .as(path.getKey())
              .hasValueSatisfying(
                  content -> assertThat(content).containsKey("application/problem+json"));
        }
      }
    }
  }

  @Test
  void every_query_parameter_is_bounded() {
    List<Parameter> parameters =
        parse().getOpenAPI().getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .flatMap(each -> Stream.ofNullable(each.getParameters()))
            .flatMap(List::stream)
            .filter(parameter -> parameter.getIn().equals("query"))
            .toList();

    assertThat(parameters)
        .hasSizeGreaterThan(5)
        .allSatisfy(parameter ->
            assertThat(
                    Stream.of(
                            parameter.getSchema().getMaxLength(),
                            parameter.getSchema().getEnum(),
                            parameter.getSchema().getMaximum())
                        .filter(Objects::nonNull))
                .as(parameter.getName())
                .isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "/health, Health, 200",
    "/api/v1/vocabs, VocabList, 200",
    "/api/v1/vocabs/rome-4, Vocab, 200",
    "/api/v1/vocabs/rome-3, Vocab, 200",
    "/api/v1/vocabs/rome-4/concepts?limit=100, ConceptPage, 200",
    "/api/v1/vocabs/rome-4/concepts?q=boulanger, ConceptPage, 200",
    "/api/v1/vocabs/rome-4/concepts/M1805, Concept, 200",
    "/api/v1/vocabs/themes/concepts/emploi?lang=en, Concept, 200",
    "/api/v1/search?q=boulanger, SearchPage, 200",
    "/api/v1/search?type=region, SearchPage, 200",
    "/api/v1/correspondences, CorrespondencePage, 200",
    "/api/v1/correspondences/certifinfo/rncp--rome-3, Correspondence, 200",
    "/api/v1/collections?limit=100, CollectionPage, 200",
    "/api/v1/collections/france-travail/emploi-cadre-fiches-metiers, CollectionMembers, 200",
    "/api/v1/mappings?limit=100, MappingPage, 200",
    "/api/v1/vocabs/rncp/concepts/38667/mappings, MappingPage, 200",
    "/api/v1/paths?from=rome-4/M1805&to=formacode-14, Walk, 200",
    "/api/v1/paths/quality, ChainQuality, 200",
    "/api/v1/vocabs/rome-4/concepts/M1805/ancestors, RelativePage, 200",
    "/api/v1/vocabs/rome-4/concepts/M1805/related, ConceptPage, 200",
    "/api/v1/vocabs/rome-4/concepts/M1805/history, ConceptHistory, 200",
    "/api/v1/vocabs/rome-4/top, ConceptPage, 200",
    "/api/v1/vocabs/rome-4/releases, ReleasePage, 200",
    "/api/v1/vocabs/rome-4/changes?since=2020-01-01, ChangePage, 200",
    "/api/v1/vocabs/rome-4/diff?from=echantillon, ChangePage, 200",
    "/api/v1/vocabs/rome-4/concepts/M1805/inherited-from-v3, InheritedPage, 200",
    "/api/v1/vocabs/rome-4/concepts/M/inherited-from-v3, InheritedPage, 200",
    "/api/v1/vocabs/rncp/changes?since=2020-01-01&what=pair, ChangePage, 200",
    "/api/v1/correspondences/certifinfo/rncp--rome-3/releases, ReleasePage, 200",
    "/api/v1/correspondences/certifinfo/rncp--rome-3/changes?since=2020-01-01, ChangePage, 200",
    "/api/v1/correspondences/certifinfo/rncp--rome-3/diff?from=echantillon, ChangePage, 200",
    "/api/v1/lookup?code=M1805, Lookup, 200",
    "/api/v1/suggest?q=boulang, Suggestions, 200",
    "/api/v1/reconcile, ReconciliationManifest, 200",
    "/api/v1/vocabs/rome-4/reconcile, ReconciliationManifest, 200",
    "/api/v1/reconcile/suggest/entity?prefix=boulang, ReconciliationEntities, 200",
    "/api/v1/reconcile/suggest/type?prefix=fiche, ReconciliationTypes, 200",
    "/api/v1/reconcile/suggest/property?prefix=niv, ReconciliationProperties, 200",
    "/api/v1/vocabs/rncp/reconcile/extend/propose?type=rncp, ReconciliationProposal, 200",
    "/api/v1/studies?limit=100, StudyPage, 200",
    "/api/v1/studies?q=illectronisme, StudyPage, 200",
    "/api/v1/studies/d76cxwgphh, Study, 200",
    "/api/v1/studies/d76cxwgphh/history, StudyHistory, 200",
    "/api/v1/studies/d76cxwgphh/similar, SimilarStudies, 200",
    "/api/v1/studies/d76cxwgphh/uses, StudyUses, 200",
    "/api/v1/studies?sort=change&limit=5, StudyPage, 200",
    "/api/v1/producers, ProducerList, 200",
    "/api/v1/producers/pole-emploi, Producer, 200",
    "/api/v1/series, SeriesList, 200",
    "/api/v1/territories?limit=100, TerritoryPage, 200",
    "/api/v1/territories?q=zzzz, TerritoryPage, 200",
    "/api/v1/territories/EPCI-200054807, Territory, 200",
    "/api/v1/territories/COM-01091, Territory, 200",
    "/api/v1/territories/D13/communes, CommunePage, 200",
    "/api/v1/perimeters/0123456789abcdef, Problem, 404",
    "/api/v1/studies/abcdefghij, Problem, 404",
    "/api/v1/search?limit=0, Problem, 400",
    "/api/v1/vocabs/nope, Problem, 404",
    "/api/v1/nope, Problem, 404"
  })
  void every_answer_is_what_the_contract_says(String path, String schema, int status)
      throws IOException {
    HttpResponse<String> answer = RunningService.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(schema(schema).validate(new ObjectMapper().readTree(answer.body()))).isEmpty();
  }

  /** The schema of that name, refusing what it does not name: the contract tells everything. */
  private static JsonSchema schema(String name) throws IOException {
    JsonNode schemas =
        new ObjectMapper(new YAMLFactory()).readTree(CONTRACT.toFile()).at("/components/schemas");
    schemas.forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    String document =
        "{\"$ref\":\"#/components/schemas/%s\",\"components\":{\"schemas\":%s}}"
            .formatted(name, schemas);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);
  }
}
