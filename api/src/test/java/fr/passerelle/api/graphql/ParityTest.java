package fr.passerelle.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Where GraphQL has what each REST operation has. A new operation or parameter fails here until it
 * has a line: a field, or a deliberate exception with its reason.
 */
class ParityTest {
  private static final Path CONTRACT =
      Path.of(System.getenv().getOrDefault("PASSERELLE_ROOT", ".."))
          .resolve("openapi/passerelle.yaml");
  private static final GraphQLSchema SCHEMA = PublishedSchema.load();

  /**
   * Operation | field of the graph | REST parameters that are elsewhere there, and where; {@code -}
   * for what asks for a file, which the graph has none of, or for a part of the answer, which there
   * is a field ({@code Figure.history}).
   */
  private static final String SAME =
      """
      listVocabs | Query.vocabs |
      getVocab | Query.vocab | vocab=id
      listConcepts | Vocab.concepts | q=Query.search.q vocab=Query.vocab.id release=Query.vocab.release
      listTopConcepts | Vocab.top | vocab=Query.vocab.id
      listReleases | Vocab.releases | vocab=Query.vocab.id
      listChanges | Query.changes |
      diffReleases | Query.diff |
      getConcept | Query.concept |
      listAncestors | Concept.ancestors | vocab=Query.concept.vocab code=Query.concept.code
      listDescendants | Concept.descendants | vocab=Query.concept.vocab code=Query.concept.code
      listRelated | Concept.related | vocab=Query.concept.vocab code=Query.concept.code
      getConceptHistory | Concept.history | vocab=Query.concept.vocab code=Query.concept.code
      listMappingsOfConcept | Concept.mappings | vocab=Query.concept.vocab code=Query.concept.code
      listInheritedFromV3 | Concept.certificationsOfV3Parent | vocab=Query.concept.vocab code=Query.concept.code
      listMappings | Query.mappings | release=Query.correspondence.release
      listCorrespondences | Query.correspondences |
      getCorrespondence | Query.correspondence | author=id schemes=id
      listCorrespondenceReleases | Correspondence.releases | author=Query.correspondence.id schemes=Query.correspondence.id
      listPairChanges | Query.changes | author=vocab schemes=vocab
      diffCorrespondence | Query.diff | author=vocab schemes=vocab
      search | Query.search |
      suggest | Query.suggest | limit=first
      listCollections | Query.collections |
      getCollection | Query.collection | author=id word=id limit=Collection.members.first cursor=Collection.members.after
      lookup | Query.lookup | code=codes label=labels
      lookupAll | Query.lookup |
      translate | Query.translate |
      findPaths | Query.paths |
      getChainQuality | Query.quality |
      listStudies | Query.studies | format=Study.citation.format
      getStudy | Query.study | format=Study.citation.format
      getStudyHistory | Study.history | id=Query.study.id
      listSimilarStudies | Study.similar | id=Query.study.id
      listStudyOverlaps | Query.studyOverlaps |
      listProducers | Query.producers |
      getProducer | Query.producer |
      listSeries | Query.series |
      depositStudies | Mutation.depositStudy | Idempotency-Key=-
      getProgramme | Query.programme | format=-
      getFollowUp | Query.followUp |
      listReuses | Query.reuses |
      listReusesOfStudy | Study.reuses | id=Query.study.id
      recordReuse | Mutation.recordReuse | id=study
      listTerritories | Query.territories |
      getTerritory | Query.territory |
      listCommunes | Territory.communes | code=Query.territory.code
      createPerimeter | Mutation.createPerimeter |
      getPerimeter | Query.perimeter |
      listIndicators | Query.indicators |
      getIndicator | Query.indicator |
      getFigures | Query.figures | id=indicators territory=territories perimeter=perimeters includeHistory=- format=-
      getPortrait | Query.portrait | detail=all
      """;

  /** Operation | why GraphQL has none. */
  private static final String EXCEPTIONS =
      """
      deposit | a file is streamed to disk with a key; GraphQL here reads only, in 32 KB
      listDeliveries | Indicator.sources and Figure.sources say them where they matter
      getObservations | a Parquet file
      deliverFigures | a file is streamed to disk with a key
      listConventions | for suppliers, with their keys: what is between them and the observatory
      getSealedDelivery | for the supplier alone, with its key
      withdrawDelivery | an act of the supplier, at the address of the delivery
      getFicheSchema | a Table Schema, which tools read at its address
      getDepositTemplate | a CSV file to fill in
      reconcile | the protocol of OpenRefine, which is of HTTP
      reconcileBatch | the same
      reconcileInVocab | the same
      reconcileBatchInVocab | the same
      proposeProperties | the same
      proposePropertiesInVocab | the same
      suggestEntities | the same; Query.suggest is its like
      suggestEntitiesInVocab | the same
      suggestProperties | the same
      suggestPropertiesInVocab | the same
      suggestTypes | the same
      suggestTypesInVocab | the same
      putStudy | Mutation.depositStudy by the identifier of the producer
      passStudy | Mutation.depositStudy with another status
      qualifyStudy | an act of the operator, at the command line or in REST
      deleteStudy | the same, and of a producer that has a reason
      getStudyUses | day by day; Query.followUp has the sums
      forgetReuse | a mistake put right, at its address
      listAudit | for the operator, in REST or at the command line
      health | for supervisors, who want a status
      healthLive | the same
      healthReady | the same
      """;

  /** Paging, and language, which a field or a header says. */
  private static final Map<String, String> EVERYWHERE = Map.of("limit", "first", "cursor", "after");

  private static final Set<String> OF_THE_REQUEST = Set.of("lang");

  /** Lists that GraphQL gives whole: a page of them would be longer than they are. */
  private static final Set<String> WHOLE =
      Set.of("Query.correspondences", "Query.collections", "Concept.related", "Query.vocabs");

  record Line(String operation, String field, Map<String, String> elsewhere) {
    static Line of(String text) {
      String[] parts = text.split("\\|", -1);
      Map<String, String> elsewhere =
          Stream.of(parts[2].strip().split(" ", -1))
              .filter(each -> !each.isEmpty())
              .collect(
                  Collectors.toMap(each -> each.split("=", 2)[0], each -> each.split("=", 2)[1]));
      return new Line(parts[0].strip(), parts[1].strip(), elsewhere);
    }
  }

  private static List<Line> same() {
    return SAME.lines().map(Line::of).toList();
  }

  static Stream<Arguments> lines() {
    return same().stream().map(line -> Arguments.of(line.operation(), line));
  }

  @Test
  void every_operation_has_a_line() throws IOException {
    Set<String> known = new TreeSet<>();
    same().forEach(line -> known.add(line.operation()));
    EXCEPTIONS.lines().forEach(line -> known.add(line.substring(0, line.indexOf(' '))));

    assertThat(known).isEqualTo(new TreeSet<>(parameters().keySet()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void the_graph_has_the_field_and_its_arguments(String operation, Line line) throws IOException {
    GraphQLFieldDefinition field = field(line.field());
    for (String parameter : Objects.requireNonNull(parameters().get(operation))) {
      if (OF_THE_REQUEST.contains(parameter)
          || (EVERYWHERE.containsKey(parameter) && WHOLE.contains(line.field()))) {
        continue;
      }
      String name =
          line.elsewhere().getOrDefault(parameter, EVERYWHERE.getOrDefault(parameter, parameter));
      if (name.equals("-")) {
        continue;
      }
      int dot = name.lastIndexOf('.');
      GraphQLFieldDefinition holder = dot < 0 ? field : field(name.substring(0, dot));
      assertThat(holder.getArgument(name.substring(dot + 1)))
          .as("%s(%s) is %s of %s", operation, parameter, name, line.field())
          .isNotNull();
    }
  }

  private static GraphQLFieldDefinition field(String coordinates) {
    String[] parts = coordinates.split("\\.", -1);
    GraphQLFieldsContainer type =
        (GraphQLFieldsContainer) Objects.requireNonNull(SCHEMA.getType(parts[0]));
    return Objects.requireNonNull(type.getFieldDefinition(parts[1]), coordinates);
  }

  /** Parameters of each operation of the contract, path and query. */
  private static Map<String, List<String>> parameters() throws IOException {
    Map<?, ?> contract = new Yaml().load(Files.readString(CONTRACT));
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Object path : ((Map<?, ?>) Objects.requireNonNull(contract.get("paths"))).values()) {
      for (Object operation : ((Map<?, ?>) path).values()) {
        List<String> names = new ArrayList<>();
        Object given = ((Map<?, ?>) operation).get("parameters");
        if (given instanceof List<?> list) {
          list.forEach(each -> names.add(name((Map<?, ?>) each, contract)));
        }
        all.put(String.valueOf(((Map<?, ?>) operation).get("operationId")), names);
      }
    }
    return all;
  }

  /** Of a parameter, or of one that many operations share. */
  private static String name(Map<?, ?> parameter, Map<?, ?> contract) {
    Map<?, ?> found = parameter;
    if (parameter.get("$ref") instanceof String reference) {
      Map<?, ?> shared =
          (Map<?, ?>)
              ((Map<?, ?>) Objects.requireNonNull(contract.get("components"))).get("parameters");
      String key = reference.substring(reference.lastIndexOf('/') + 1);
      found = (Map<?, ?>) Objects.requireNonNull(Objects.requireNonNull(shared).get(key));
    }
    return String.valueOf(found.get("name"));
  }
}
