package fr.passerelle.catalog.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Licence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GeographyPropertyTest {
  private static final Geography SAMPLE = Geography.of(List.of(GeographySample.source()));
  private static final List<Zone> ZONES = List.copyOf(SAMPLE.zones());

  @Provide
  Arbitrary<Communes> sets() {
    return Arbitraries.integers()
        .between(0, 300)
        .list()
        .ofMaxSize(60)
        .map(places -> Communes.of(places.stream().mapToInt(Integer::intValue).toArray()));
  }

  @Provide
  Arbitrary<List<Zone>> zones() {
    return Arbitraries.of(ZONES).list().ofMinSize(1).ofMaxSize(6);
  }

  @Property
  void sets_of_communes_are_an_algebra(
      @ForAll("sets") Communes a, @ForAll("sets") Communes b, @ForAll("sets") Communes c) {
    assertThat(a.union(b)).isEqualTo(b.union(a)).isEqualTo(Communes.union(List.of(a, b)));
    assertThat(a.union(b).intersection(c)).isEqualTo(a.intersection(c).union(b.intersection(c)));
    assertThat(a.minus(b).union(a.intersection(b))).isEqualTo(a);
    assertThat(a.minus(b).countCommon(b)).isZero();
    assertThat(a.countCommon(b)).isEqualTo(a.intersection(b).size());
    assertThat(a.union(b).size()).isEqualTo(a.size() + b.size() - a.countCommon(b));
    assertThat(a.union(b).containsAll(a)).isTrue();
    assertThat(a.containsAll(b)).isEqualTo(a.union(b).equals(a));
  }

  @Property(tries = 200)
  void a_perimeter_is_the_same_however_it_is_asked_for(
      @ForAll("zones") List<Zone> zones, @ForAll Random random) {
    List<String> members =
        new ArrayList<>(zones.stream().map(each -> each.territory().toString()).toList());
    Perimeter asked = new Union(members, SAMPLE.vintage()).in(SAMPLE);
    Collections.shuffle(members, random);
    Perimeter shuffled = new Union(members, SAMPLE.vintage()).in(SAMPLE);
    List<String> codes = new ArrayList<>(asked.codes());
    Collections.shuffle(codes, random);
    codes.addAll(codes.subList(0, codes.size() / 2));
    assertThat(shuffled.hash())
        .isEqualTo(asked.hash())
        .isEqualTo(Perimeter.of(SAMPLE.vintage(), codes).hash());
    assertThat(asked.in(SAMPLE).communes())
        .isEqualTo(Communes.union(zones.stream().map(Zone::communes).toList()));
    assertThat(Perimeter.of(SAMPLE.vintage() - 1, codes).hash()).isNotEqualTo(asked.hash());
  }

  @Property(tries = 100)
  void containment_is_told_from_communes(@ForAll("zones") List<Zone> zones) {
    Communes all = Communes.union(zones.stream().map(Zone::communes).toList());
    List<Overlap> overlaps = SAMPLE.overlaps(all);
    for (Zone zone : zones) {
      Overlap overlap =
          overlaps.stream()
              .filter(each -> each.other().territory().equals(zone.territory()))
              .findFirst()
              .orElseThrow();
      assertThat(overlap.ofOther()).isEqualTo(1);
      assertThat(overlap.common()).isEqualTo(zone.communes().size());
    }
    assertThat(overlaps)
        .allMatch(each -> each.contained() == each.other().communes().containsAll(all));
  }

  /**
   * Of each of thirty communes of 2023, the one of 2024 that it is in: one of the same number or
   * less.
   */
  @Provide
  Arbitrary<List<Integer>> mergers() {
    return Arbitraries.integers()
        .between(0, 29)
        .list()
        .ofSize(30)
        .map(groups -> {
          List<Integer> first = new ArrayList<>();
          for (int i = 0; i < groups.size(); i++) {
            first.add(groups.indexOf(groups.get(i)));
          }
          return first;
        });
  }

  @Property(tries = 200)
  void sums_pass_exactly_through_mergers(
      @ForAll("mergers") List<Integer> mergers, @ForAll Random random) {
    Geography geography = merged(mergers);
    long[] now = new long[geography.size()];
    long[] told = new long[geography.size()];
    Vintage before = geography.vintage(2023).orElseThrow();
    assertThat(before.size()).isEqualTo(mergers.size());
    for (int i = 0; i < mergers.size(); i++) {
      int figure = random.nextInt(1_000);
      int place = before.place(code(i));
      assertThat(geography.code(place)).isEqualTo(code(mergers.get(i)));
      assertThat(geography.lineage(code(i), 2023)).hasValue(code(mergers.get(i)));
      now[place] += figure;
      told[geography.place(code(mergers.get(i)))] += figure;
    }
    assertThat(now).isEqualTo(told);
  }

  private static String code(int number) {
    return "01%03d".formatted(number + 1);
  }

  private static Geography merged(List<Integer> mergers) {
    List<GeographyPart.Change> changes = new ArrayList<>();
    for (int i = 0; i < mergers.size(); i++) {
      if (Collections.frequency(mergers, mergers.get(i)) > 1) {
        changes.add(new GeographyPart.Change(code(i), code(mergers.get(i)), 1));
      }
    }
    GeographyPart part =
        new GeographyPart(
            new GeographyPart.Head("cog", "2024", LocalDate.of(2024, 1, 1), "Insee", "typed"),
            2024,
            mergers.stream()
                .distinct()
                .sorted()
                .map(each -> new GeographyPart.Commune(code(each), code(each), 1))
                .toList(),
            List.of(),
            List.of(),
            List.of(new GeographyPart.Step(2023, 2024, changes)),
            List.of());
    return Geography.of(
        List.of(
            new Geography.Source(
                part,
                new Zoning.Origin(
                    "cog", "2024", LocalDate.of(2024, 1, 1), "Insee", Licence.ETALAB_2_0, false),
                "typed")));
  }
}
