package fr.passerelle.catalog.territory.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.catalog.territory.Overlap;
import fr.passerelle.catalog.territory.Passage;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Vintage;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.vocab.source.Findings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealTerritoriesTest {
  private final Geography geography = RealTerritories.geography();

  @Test
  void the_reference_is_2024_with_the_communes_of_the_table_in_code_order() {
    assertThat(geography.vintage()).isEqualTo(2024);
    assertThat(geography.size()).isEqualTo(34_935);
    assertThat(geography.code(0)).isEqualTo("01001");
    assertThat(geography.name(geography.place("2A004"))).isEqualTo("Ajaccio");
    assertThat(geography.place("60001")).isGreaterThan(geography.place("2A004"));
    assertThat(geography.place("01000")).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "REG,18",
    "DEP,101",
    "CTCD,100",
    "EPCI,1255",
    "EPT,11",
    "ARR,333",
    "CANOV,2044",
    "ZE2020,306",
    "UU2020,2471",
    "AAV2020,699",
    "BV2022,1707",
    // Of 404 in the file, one has no commune of the table: Saint-Pierre-et-Miquelon.
    "BE,403",
    "ACADEMIE,30"
  })
  void every_zoning_has_its_zones(String zoning, int zones) {
    assertThat(geography.zoning(zoning).orElseThrow().zones()).hasSize(zones);
  }

  @ParameterizedTest
  @CsvSource({"REG", "DEP", "ZE2020", "BV2022", "BE", "ACADEMIE", "CTCD", "CANOV"})
  void zonings_that_cut_all_of_France_hold_each_commune_once(String zoning) {
    List<Zone> zones = geography.zoning(zoning).orElseThrow().zones();
    assertThat(zones.stream().mapToInt(each -> each.communes().size()).sum())
        .isEqualTo(geography.size());
    assertThat(Communes.union(zones.stream().map(Zone::communes).toList()))
        .isEqualTo(geography.all());
  }

  @Test
  void employment_zones_are_no_tree_151_straddle_departments_and_14_regions() {
    Zoning zones = geography.zoning("ZE2020").orElseThrow();
    assertThat(zones.zones().stream().filter(each -> straddles(each, "DEP"))).hasSize(151);
    assertThat(zones.zones().stream().filter(each -> straddles(each, "REG"))).hasSize(14);
  }

  private boolean straddles(Zone zone, String zoning) {
    return geography.overlaps(zone.communes()).stream()
            .filter(each -> each.other().territory().zoning().equals(zoning))
            .count()
        > 1;
  }

  @Test
  void shares_of_an_overlap_are_those_of_its_communes() {
    Zone alencon = geography.find(Territory.parse("ZE2020-0051").orElseThrow()).orElseThrow();
    Map<String, Double> shares =
        geography.overlaps(alencon.communes()).stream()
            .filter(each -> each.other().territory().zoning().equals("REG"))
            .collect(Collectors.toMap(each -> each.other().territory().toString(), Overlap::share));
    assertThat(shares).containsOnlyKeys("R28", "R52");
    assertThat(shares.values().stream().mapToDouble(each -> each).sum()).isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "FRANCE,34935,France",
    "FRANCE_METRO,34806,France métropolitaine",
    "FRANCE_DE_PROVINCE,33539,France de province",
    "R93,946,Provence-Alpes-Côte d'Azur",
    "R44,5118,Grand Est",
    "D13,119,Bouches-du-Rhône",
    "EPCI-200054807,92,Métropole d'Aix-Marseille-Provence",
    "COM-13055,1,Marseille",
    "ACADEMIE-02,630,Académie d'Aix-Marseille",
    "BE-9306,5,MARSEILLE"
  })
  void territories_are_found_by_their_codes(String code, int communes, String name) {
    Zone zone = geography.find(Territory.parse(code).orElseThrow()).orElseThrow();
    assertThat(zone.communes().size()).isEqualTo(communes);
    assertThat(zone.name()).isEqualTo(name);
  }

  @Test
  void the_population_of_2024_is_that_of_the_file_and_Mayotte_has_none() {
    assertThat(geography.population(geography.all())).hasValue(67_408_052);
    assertThat(geography.population(geography.communes(Territory.of("DEP", "976")).orElseThrow()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2010,36699",
    "2015,36658",
    "2018,35357",
    "2019,34970",
    "2020,34968",
    "2021,34965",
    "2022,34955",
    "2023,34945",
    "2024,34935"
  })
  void every_vintage_has_the_number_of_communes_that_Insee_gives(int year, int communes) {
    Vintage vintage = geography.vintage(year).orElseThrow();
    assertThat(vintage.size()).isEqualTo(communes);
    assertThat(vintage.codes()).hasSize(communes);
    assertThat(vintage.untraced()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "01033,2018,MERGED,01033",
    "01091,2018,MERGED,01033",
    "27676,2020,SAME,27676",
    "27058,2021,RENAMED,27676",
    "85041,2023,MERGED,85292",
    "01176,2015,MERGED,01187",
    "39549,2010,MERGED,39576",
    // L'Oie was merged in 2016 and restored in 2024: from 2015 it is the same commune.
    "85165,2015,SAME,85165",
    "85030,2015,MERGED,85084",
    "60455,2015,MERGED,60694",
    "60054,2015,SAME,60054",
    "14666,2015,SAME,14666",
    "52427,2015,MERGED,52331",
    "97601,2010,SAME,97601"
  })
  void a_commune_of_another_vintage_is_all_in_one_of_today(
      String code, int year, Passage.Kind kind, String now) {
    Passage passage = geography.passage(code, year);
    assertThat(passage).isInstanceOf(Passage.Known.class);
    Passage.Known known = (Passage.Known) passage;
    assertThat(known.kind()).isEqualTo(kind);
    assertThat(known.shares()).containsExactly(new Passage.Share(geography.place(now), 1));
    assertThat(geography.lineage(code, year)).hasValue(now);
    assertThat(geography.vintage(year).orElseThrow().place(code)).isEqualTo(geography.place(now));
  }

  @ParameterizedTest
  @CsvSource({
    "85084,2023,2015,85084 85212 85165",
    "60054,2023,2015,60694 60054",
    "14712,2019,2023,14712 14666",
    "14712,2018,2023,14712 14666",
    "76676,2010,2023,76676 76601",
    "52332,2010,2015,52332 52465 52033",
    "52427,2010,2015,52331 52266"
  })
  void a_commune_that_was_split_is_shared_by_a_population_that_is_stated(
      String code, int year, int key, String parts) {
    Passage.Known known = (Passage.Known) geography.passage(code, year);
    assertThat(known.kind()).isEqualTo(Passage.Kind.SPLIT);
    assertThat(known.exact()).isFalse();
    assertThat(known.key()).isEqualTo(new Passage.Sharing(Passage.Basis.POPULATION, key));
    assertThat(known.shares().stream().map(each -> geography.code(each.place())))
        .containsExactlyInAnyOrder(parts.split(" "));
    assertThat(known.shares().stream().mapToDouble(Passage.Share::share).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(geography.vintage(year).orElseThrow().place(code)).isEqualTo(-1);
  }

  @Test
  void shares_are_those_of_the_population_before_the_merger_and_never_the_thirds_of_the_file() {
    Passage.Known essarts = (Passage.Known) geography.passage("85084", 2023);
    // 2015: Les Essarts 5244 with Boulogne, L'Oie 1194, Sainte-Florence 1204.
    assertThat(essarts.main()).isEqualTo(geography.place("85084"));
    assertThat(essarts.shares().getFirst().share()).isGreaterThan(0.65);
  }

  @Test
  void splits_are_few_and_all_of_them_are_known() {
    assertThat(splits(2010)).containsExactly("52031", "52332", "52427", "52504", "55298", "76676");
    assertThat(splits(2015)).containsExactly("76676");
    assertThat(splits(2018)).contains("14712", "60054", "85084");
    assertThat(splits(2023)).containsExactly("60054", "85084");
  }

  private List<String> splits(int year) {
    return geography.vintage(year).orElseThrow().moved().stream()
        .filter(code -> !((Passage.Known) geography.passage(code, year)).exact())
        .toList();
  }

  @Test
  void the_vintage_after_the_reference_is_known_too() {
    Vintage next = geography.vintage(2025).orElseThrow();
    assertThat(next.has("01330")).isFalse();
    Passage.Known valromey = (Passage.Known) geography.passage("01187", 2025);
    assertThat(valromey.kind()).isEqualTo(Passage.Kind.SPLIT);
    assertThat(valromey.shares().stream().map(each -> geography.code(each.place())))
        .contains("01187", "01330");
  }

  @Test
  void codes_that_are_no_commune_of_a_vintage_are_answered_in_types() {
    assertThat(geography.passage("13201", 2024))
        .isEqualTo(new Passage.District(geography.place("13055")));
    assertThat(geography.passage("99999", 2024)).isEqualTo(new Passage.Unknown());
    assertThat(geography.passage("13055", 1999)).isEqualTo(new Passage.UnknownVintage());
    assertThat(geography.passage("01091", 2024))
        .isEqualTo(new Passage.OtherVintage(List.of(2010, 2015, 2018), List.of("01033")));
    assertThat(geography.lineage("69381", 2010)).hasValue("69123");
  }

  @Test
  void sums_of_populations_are_kept_over_every_vintage() {
    GeographyPart official = RealTerritories.parts().getFirst();
    for (GeographyPart.Listed listed : official.lists()) {
      double[] sums = new double[geography.size()];
      long all = 0;
      for (GeographyPart.Commune each : listed.communes()) {
        int people = Math.max(0, each.population());
        all += people;
        Passage.Known known = (Passage.Known) geography.passage(each.code(), listed.vintage());
        known.shares().forEach(share -> sums[share.place()] += share.share() * people);
      }
      assertThat(java.util.Arrays.stream(sums).sum()).isCloseTo((double) all, within(1e-3));
    }
  }

  @Test
  void what_was_mended_is_counted() {
    RealTerritories.parts();
    Map<String, Integer> repairs =
        RealTerritories.FINDINGS.repairs().stream()
            .collect(Collectors.toMap(Findings.Repair::rule, Findings.Repair::count));
    assertThat(repairs)
        .containsEntry("ligne sans aucune valeur, passée", 2)
        .containsEntry("UTF-8 lu comme du Windows-1252 (« Ã‰ » pour « É »), rétabli", 7593)
        .containsEntry("date écrite AAAA-MM-JJ, lue comme telle", 624)
        .containsEntry("zone de deux libellés, le premier gardé (BASSIN GRANDE-TERRE)", 4);
    assertThat(geography.name("01001", 2023)).isEqualTo("L'Abergement-Clémenciat");
  }
}
