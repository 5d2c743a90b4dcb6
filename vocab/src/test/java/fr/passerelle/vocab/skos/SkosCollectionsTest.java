package fr.passerelle.vocab.skos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections of another organisation's file, read, refused, written and read again. */
class SkosCollectionsTest {
  private static final String HEAD =
      """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rome: <https://data.example.org/id/vocab/rome-4/> .
      @prefix esco: <http://data.europa.eu/esco/occupation/> .
      @prefix : <https://carif.example.org/voc/mer/> .
      <https://carif.example.org/voc/mer> a skos:ConceptScheme ;
        dct:title "Métiers de la mer"@fr ; dct:creator "Carif Mer" ;
        dct:modified "2026-03-04" ; owl:versionInfo "1" .
      :a a skos:Concept ; skos:prefLabel "A"@fr ; skos:inScheme <https://carif.example.org/voc/mer> .
      :b a skos:Concept ; skos:prefLabel "B"@fr ; skos:inScheme <https://carif.example.org/voc/mer> .
      """;

  private static final String BODY =
      """
      :cotier a skos:Collection ; skos:prefLabel "Côtier"@fr ; skos:definition "Près du bord."@fr ;
        skos:member :b, :a, rome:A1415, esco:77 .
      :parcours a skos:OrderedCollection ; skos:prefLabel "Parcours"@fr ;
        dct:creator "Lycée maritime" ; skos:memberList ( :b rome:M1805 :a ) .
      """;

  @TempDir Path folder;

  @Test
  void members_of_the_file_of_ours_and_of_elsewhere_are_gathered() throws IOException {
    Release release = read("v.ttl", HEAD + BODY, new Findings());
    Collection coast = release.collections().getFirst();

    assertThat(coast.key()).isEqualTo("carif-mer/cotier");
    assertThat(coast.label()).isEqualTo("Côtier");
    assertThat(coast.description()).isEqualTo("Près du bord.");
    assertThat(coast.origin()).isEqualTo("https://carif.example.org/voc/mer/cotier");
    assertThat(coast.ordered()).isFalse();
    assertThat(coast.members())
        .extracting(ConceptRef::toString)
        .containsExactlyInAnyOrder("mer/a", "mer/b", "rome-4/A1415", "esco/77");
    assertThat(release.schemes()).extracting(Scheme::id).containsExactly("mer", "esco", "rome-4");
    assertThat(release.schemes().getLast().find("A1415").orElseThrow().status())
        .isEqualTo(Status.REFERENCED);
  }

  @Test
  void an_ordered_collection_keeps_its_order_and_its_author() throws IOException {
    Collection path = read("v.ttl", HEAD + BODY, new Findings()).collections().getLast();

    assertThat(path.key()).isEqualTo("lycee-maritime/parcours");
    assertThat(path.ordered()).isTrue();
    assertThat(path.members()).extracting(ConceptRef::code).containsExactly("b", "M1805", "a");
  }

  @Test
  void a_collection_within_another_gives_its_members_and_is_said_to() throws IOException {
    Findings findings = new Findings();
    Release release =
        read(
            "v.ttl",
            HEAD
                + ":x a skos:Collection ; skos:prefLabel 'X'@fr ; skos:member :a, :y ."
                + ":y a skos:Collection ; skos:prefLabel 'Y'@fr ; skos:member :b, :x .",
            findings);

    assertThat(release.collections())
        .allSatisfy(each -> assertThat(each.members()).hasSize(2))
        .extracting(Collection::id)
        .containsExactly("x", "y");
    assertThat(findings.repairs())
        .extracting(Findings.Repair::rule)
        .contains("collection dans une collection, ses membres repris");
  }

  @ParameterizedTest(name = "{1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          :a a skos:Collection ; skos:member :b .                                            | S37             | un concept
          :a skos:member :b .                                                                | S37             | un concept
          <https://carif.example.org/voc/mer> a skos:Collection ; skos:member :a .           | S37             | un schéma
          :c a skos:Collection ; skos:prefLabel 'C'@fr ; skos:member :a ; skos:broader :b .  | S37             | relation de concept
          :c a skos:Collection ; skos:prefLabel 'C'@fr ; skos:member :a . :b skos:related :c . | S37           | relation de concept
          :c a skos:OrderedCollection ; skos:prefLabel 'C'@fr ; skos:memberList ( :a ), ( :b ) . | S35         | plusieurs
          :c skos:prefLabel 'C'@fr ; skos:memberList [ ] .                                   | list            | rompue
          :c skos:prefLabel 'C'@fr ; skos:memberList ( :a 'b' ) .                            | list            | pas d'URI
          :c a skos:Collection ; skos:prefLabel 'C'@fr .                                     | collection      | des membres
          :c a skos:Collection ; skos:member :a .                                            | collection      | un nom
          :c a skos:Collection ; skos:prefLabel 'C'@fr, 'D'@fr ; skos:member :a .            | S14             | prefLabel
          :c a skos:Collection ; skos:prefLabel 'C'@fr ; skos:member <https://region.example.org/id/vocab/mer/z> . | dangling-member | absent
          """)
  void a_fault_is_refused_with_its_rule(String triples, String rule, String proof) {
    assertThatThrownBy(() -> read("v.ttl", HEAD + triples, new Findings()))
        .hasMessageContaining("[" + rule + "]")
        .hasMessageContaining(proof);
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void what_is_dumped_reads_back_the_same(RdfFormat format) throws IOException {
    Release release = read("v.ttl", HEAD + BODY, new Findings());
    PublishedRelease published = new PublishedRelease(release, Licence.ETALAB_2_0, "1".repeat(64));
    byte[] bytes =
        Graphs.bytes(
            format,
            (f, out) ->
                Sample.SKOS.dump(
                    f, out, published, release.schemes().getFirst(), Sample.inverse(published)));

    Release again =
        read(
            "again." + format.extension(),
            new String(bytes, StandardCharsets.UTF_8),
            new Findings());

    assertThat(again.collections()).hasSize(2);
    assertThat(alike(again.collections())).isEqualTo(alike(release.collections()));
    assertThat(again.schemes().getFirst().concepts())
        .extracting(each -> each.prefLabel("fr"))
        .containsExactly("A", "B");
  }

  /** What is published is named here, and members without order come in any. */
  private static List<Collection> alike(List<Collection> collections) {
    return collections.stream()
        .map(each ->
            new Collection(
                each.author(),
                each.id(),
                each.label(),
                each.description(),
                "",
                each.ordered(),
                each.ordered() ? each.members() : each.members().stream().sorted().toList()))
        .toList();
  }

  private Release read(String name, String text, Findings findings) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return SkosFile.read(Origin.of(file), findings, Sample.URIS).getFirst();
  }
}
