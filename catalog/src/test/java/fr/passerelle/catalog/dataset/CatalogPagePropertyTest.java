package fr.passerelle.catalog.dataset;

import static fr.passerelle.catalog.dataset.DatasetFixture.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Harvests while records come and go between pages. */
class CatalogPagePropertyTest {
  private static final List<DataService> SERVICES = Services.of("https://a.fr", "https://a.fr");

  @Property(tries = 300)
  void what_stays_is_neither_skipped_nor_repeated(
      @ForAll("states") List<Set<Integer>> states, @ForAll @IntRange(min = 1, max = 7) int size) {
    List<String> seen = new ArrayList<>();
    Set<Integer> always = new HashSet<>(states.getFirst());
    Set<Integer> ever = new HashSet<>();
    Set<Integer> totals = new HashSet<>();
    Optional<PageStart> next = Optional.of(PageStart.FIRST);
    for (int step = 0; next.isPresent(); step++) {
      // Each page is asked of another state; the last one stays.
      Set<Integer> now = states.get(Math.min(step, states.size() - 1));
      always.retainAll(now);
      ever.addAll(now);
      CatalogPage page = state(now).page(Subset.PORTALS, Optional.empty(), next.get(), size);
      page.datasets().forEach(each -> seen.add(each.key()));
      assertThat(page.services().isEmpty()).isEqualTo(page.next().isPresent());
      totals.add(page.total());
      next = page.next().map(each -> PageStart.parse(page.start(each)).orElseThrow());
    }

    assertThat(totals).as("told as the harvest began").containsExactly(states.getFirst().size());
    assertThat(seen).doesNotHaveDuplicates().isSorted();
    assertThat(seen).containsAll(always.stream().map(CatalogPagePropertyTest::key).toList());
    assertThat(ever.stream().map(CatalogPagePropertyTest::key).toList()).containsAll(seen);
  }

  @Property(tries = 300)
  void links_of_pages_lead_forth_and_back(
      @ForAll("codes") Set<Integer> codes, @ForAll @IntRange(min = 1, max = 7) int size) {
    CatalogState state = state(codes);
    CatalogPage page = state.page(Subset.ALL, Optional.empty(), PageStart.FIRST, size);
    assertThat(page.previous()).isEmpty();
    while (page.next().isPresent()) {
      PageStart start = new PageStart(page.next().get(), Optional.of(page.token()));
      CatalogPage after = state.page(Subset.ALL, Optional.empty(), start, size);
      assertThat(after.previous()).hasValue(page.after());
      assertThat(after.last()).isEqualTo(page.last());
      assertThat(after.total()).isEqualTo(codes.size());
      page = after;
    }
    assertThat(page.after()).isEqualTo(page.last());
  }

  /** Records that are listed while a harvest runs are of the next one. */
  @Property(tries = 300)
  void what_comes_later_is_of_the_next_harvest(
      @ForAll("codes") Set<Integer> before,
      @ForAll("codes") Set<Integer> later,
      @ForAll @IntRange(min = 1, max = 7) int size) {
    later.removeAll(before);
    Set<Integer> both = new TreeSet<>(before);
    both.addAll(later);
    CatalogState grown =
        CatalogState.of(
            both.stream()
                .map(each ->
                    DatasetFixture.keyed(
                        key(each), Instant.EPOCH.plusNanos(later.contains(each) ? 1_000 : 0)))
                .toList(),
            SERVICES,
            RULES);
    CatalogPage page = state(before).page(Subset.ALL, Optional.empty(), PageStart.FIRST, size);
    List<String> seen = new ArrayList<>();
    page.datasets().forEach(each -> seen.add(each.key()));
    while (page.next().isPresent()) {
      PageStart start = PageStart.parse(page.start(page.next().get())).orElseThrow();
      page = grown.page(Subset.ALL, Optional.empty(), start, size);
      page.datasets().forEach(each -> seen.add(each.key()));
      assertThat(page.total()).isEqualTo(before.size());
    }

    assertThat(seen).containsExactlyElementsOf(before.stream().map(each -> key(each)).toList());
    assertThat(grown.page(Subset.ALL, Optional.empty(), PageStart.FIRST, size).total())
        .isEqualTo(both.size());
  }

  private static CatalogState state(Set<Integer> codes) {
    return CatalogState.of(
        codes.stream().map(each -> DatasetFixture.keyed(key(each))).toList(), SERVICES, RULES);
  }

  private static String key(int code) {
    return "vocab/%03d".formatted(code);
  }

  @Provide
  Arbitrary<Set<Integer>> codes() {
    return Arbitraries.integers().between(0, 40).set().ofMaxSize(40).map(TreeSet::new);
  }

  @Provide
  Arbitrary<List<Set<Integer>>> states() {
    return codes().list().ofMinSize(1).ofMaxSize(6);
  }
}
