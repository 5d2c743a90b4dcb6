package fr.passerelle.vocab.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Stubs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Any sequence of deliveries. A delivery gives each of some codes a label, a parent among the codes
 * beside it, and a code of another list that it is paired with; or leaves it out.
 */
class SettlementPropertyTest {
  private static final Stabilisation RULE = new Stabilisation(3, OptionalInt.empty());
  private static final int CODES = 6;

  /**
   * What a delivery says of a code.
   *
   * @param up distance to its parent; 0 for none
   * @param pair number of the code it is paired with; 0 for none
   */
  record Said(String label, int up, int pair) {}

  @Property(tries = 300)
  void what_is_published_is_always_sound_and_every_difference_is_settled_or_pending(
      @ForAll("sequences") List<Map<Integer, Said>> sequence) {
    Release published = release(0, sequence.getFirst());
    for (int day = 1; day < sequence.size(); day++) {
      // Release.of checks the integrity of what it makes.
      Settlement settlement = settle(published, sequence, day);
      Release direct = release(day, sequence.get(day));
      assertThat(settlement.pending().isEmpty())
          .isEqualTo(
              ReleaseFile.contentHash(settlement.release())
                  .equals(ReleaseFile.contentHash(direct)));
      published = publish(published, settlement.release());
    }
  }

  @Property(tries = 300)
  void what_is_said_three_times_in_a_row_is_published_whole(
      @ForAll("sequences") List<Map<Integer, Said>> before,
      @ForAll("states") Map<Integer, Said> last) {
    List<Map<Integer, Said>> sequence = new ArrayList<>(before);
    sequence.addAll(List.of(last, last, last));
    Release published = release(0, sequence.getFirst());
    for (int day = 1; day < sequence.size(); day++) {
      published = publish(published, settle(published, sequence, day).release());
    }
    int end = sequence.size() - 1;
    Settlement settlement = settle(published, sequence, end);
    assertThat(settlement.pending()).isEmpty();
    assertThat(ReleaseFile.contentHash(settlement.release()))
        .isEqualTo(ReleaseFile.contentHash(release(end, last)));
  }

  @Property(tries = 300)
  void what_no_three_deliveries_in_a_row_say_is_never_published(
      @ForAll("sequences") List<Map<Integer, Said>> sequence) {
    Release published = release(0, sequence.getFirst());
    for (int day = 1; day < sequence.size(); day++) {
      Release next = settle(published, sequence, day).release();
      for (int code = 0; code < CODES; code++) {
        Optional<String> now = line(next, code);
        if (!now.equals(line(published, code))) {
          for (int back = 0; back < 3; back++) {
            assertThat(line(release(day - back, sequence.get(day - back)), code)).isEqualTo(now);
          }
        }
      }
      published = publish(published, next);
    }
  }

  @Property(tries = 200)
  void one_delivery_is_enough_where_the_rule_says_so(
      @ForAll("states") Map<Integer, Said> before, @ForAll("states") Map<Integer, Said> after) {
    Settlement settlement =
        Settlement.of(
            release(0, before),
            List.of(release(1, after)).iterator(),
            new Stabilisation(1, OptionalInt.empty()));
    assertThat(settlement.pending()).isEmpty();
    assertThat(ReleaseFile.contentHash(settlement.release()))
        .isEqualTo(ReleaseFile.contentHash(release(1, after)));
  }

  private static Optional<String> line(Release release, int code) {
    return release
        .schemes()
        .getFirst()
        .find("c" + code)
        .filter(concept -> concept.history().left().isEmpty())
        .map(ConceptJson::line);
  }

  /** Deliveries before the first one are those of the first day: it was published directly. */
  private static Settlement settle(Release published, List<Map<Integer, Said>> sequence, int day) {
    List<Release> deliveries = new ArrayList<>();
    for (int each = day; each >= 0; each--) {
      deliveries.add(release(each, sequence.get(each)));
    }
    Iterator<Release> newestFirst = deliveries.iterator();
    return Settlement.of(published, newestFirst, RULE);
  }

  private static Release publish(Release before, Release next) {
    return Changes.succeed(Optional.of(before), List.of(), next).release();
  }

  private static Release release(int day, Map<Integer, Said> state) {
    Stubs stubs = new Stubs();
    List<Concept> concepts = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    // No state goes round in circles by itself, but a part of one and a part of another may.
    int towards = state.size() % 2 == 0 ? 1 : -1;
    state.forEach((code, said) -> {
      ConceptBuilder concept = new ConceptBuilder(ref(code), ConceptType.CONCEPT, said.label());
      int parent = code + towards * said.up();
      if (said.up() > 0 && state.containsKey(parent)) {
        concept.link(Link.of(Link.Kind.BROADER, ref(parent)));
      }
      concepts.add(concept.build());
      if (said.pair() > 0) {
        ConceptRef end = new ConceptRef("other", "o" + said.pair());
        pairs.add(Pair.related(ref(code), stubs.cite(end, ConceptType.CONCEPT, "autre")));
      }
    });
    List<Scheme> schemes = new ArrayList<>();
    schemes.add(Scheme.of("rncp", "RNCP", concepts));
    schemes.addAll(stubs.schemes());
    List<Correspondence> joined = pairs.isEmpty() ? List.of() : List.of(correspondence(pairs));
    return Release.of(Edition.RNCP, "d" + day, source(day), schemes, joined);
  }

  private static Correspondence correspondence(List<Pair> pairs) {
    return Correspondence.of(
        new Correspondence.Author("someone", "Quelqu'un"),
        "rncp",
        "other",
        Correspondence.Versions.UNKNOWN,
        "",
        pairs,
        List.of());
  }

  private static ConceptRef ref(int code) {
    return new ConceptRef("rncp", "c" + code);
  }

  private static Release.Source source(int day) {
    return new Release.Source(
        "f", "0".repeat(64), LocalDate.of(2026, 1, 1).plusDays(day), /* sample= */ false);
  }

  /** Few states that come back, so that some stay, some wobble, and parts of them mix. */
  @Provide
  Arbitrary<List<Map<Integer, Said>>> sequences() {
    return states()
        .list()
        .ofSize(3)
        .flatMap(pool -> Arbitraries.of(pool).list().ofMinSize(1).ofMaxSize(10));
  }

  /** Few values, so that deliveries often agree. */
  @Provide
  Arbitrary<Map<Integer, Said>> states() {
    Arbitrary<Said> said =
        Combinators.combine(
                Arbitraries.of("a", "b"),
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 2))
            .as(Said::new);
    return Arbitraries.maps(Arbitraries.integers().between(0, CODES - 1), said)
        .ofMaxSize(CODES)
        .map(TreeMap::new);
  }
}
