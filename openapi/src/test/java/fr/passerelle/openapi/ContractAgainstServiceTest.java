package fr.passerelle.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.api.RunningService;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractAgainstServiceTest {
  @Test
  void client_generators_read_the_contract_without_a_complaint() {
    SwaggerParseResult parsed = CommittedContract.parsed();

    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
  }

  @Test
  void every_operation_has_a_name_words_and_typed_problems() {
    assertThat(CommittedContract.operations())
        .hasSizeGreaterThan(50)
        .allSatisfy(each -> {
          for (String words : List.of("operationId", "summary", "description")) {
            assertThat(each.node().path(words).asText()).isNotBlank();
          }
          for (String status : List.of("400", "401", "404", "406", "429", "500", "503")) {
            assertThat(each.problem(status).isMissingNode()).as(status).isFalse();
          }
        });
  }

  @Test
  void every_parameter_is_bounded() {
    assertThat(CommittedContract.operations().stream().flatMap(Operation::parameters))
        .hasSizeGreaterThan(100)
        .allSatisfy(parameter ->
            assertThat(Set.of("maxLength", "enum", "maximum"))
                .as(parameter.path("name").asText())
                .anyMatch(parameter.path("schema")::has));
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
    assertThat(
            CommittedContract.schema(schema).validate(new ObjectMapper().readTree(answer.body())))
        .isEmpty();
  }
}
