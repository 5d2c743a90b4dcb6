package fr.passerelle.client;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.client.model.Concept;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConditionalCacheTest {
  @Test
  void an_earlier_answer_is_told_again_once_the_service_says_that_it_holds() {
    try (FaultProxy proxy = new FaultProxy()) {
      var concept = proxy.client().build().vocabularies().getConcept("rome-4", "M1805");
      Answer<Concept> first = concept.answer();
      Answer<Concept> again = concept.answer();

      assertThat(proxy.seen().get(1).getHeader("If-None-Match"))
          .isEqualTo(first.etag().orElseThrow());
      assertThat(first.isUnchanged()).isFalse();
      assertThat(again.isUnchanged()).isTrue();
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.value()).isEqualTo(first.value());
    }
  }

  @Test
  void another_question_is_not_answered_by_it() {
    try (FaultProxy proxy = new FaultProxy()) {
      var concept = proxy.client().build().vocabularies().getConcept("themes", "emploi");
      String french = concept.lang("fr").text();

      assertThat(concept.lang("en").text()).isNotEqualTo(french);
      assertThat(concept.header("Accept-Language", "fr").answer().isUnchanged()).isFalse();
    }
  }

  @Test
  void what_may_not_be_stored_is_not() {
    try (FaultProxy proxy =
        new FaultProxy(
            FaultProxy.json("{}")
                .withHeader("ETag", "\"1\"")
                .withHeader("Cache-Control", "no-store"))) {
      Passerelle passerelle = proxy.client().build();
      IntStream.range(0, 2).forEach(i -> passerelle.service().health().answer());

      assertThat(proxy.seen().get(1).containsHeader("If-None-Match")).isFalse();
    }
  }

  @Test
  void it_is_bounded() {
    try (FaultProxy proxy = new FaultProxy()) {
      var concept =
          proxy.client().cacheBytes(10).build().vocabularies().getConcept("rome-4", "M1805");
      IntStream.range(0, 2).forEach(i -> concept.answer());

      assertThat(proxy.seen().get(1).containsHeader("If-None-Match")).isFalse();
    }
  }
}
