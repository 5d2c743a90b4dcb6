package fr.passerelle.vocab.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.PairsFixture;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Any release is kept whole, and its hash says what it says and nothing else. */
class ReleaseFilePropertyTest {
  private static final Release.Source SOURCE =
      new Release.Source("rome.zip", "0".repeat(64), LocalDate.of(2026, 1, 15), false);

  @net.jqwik.api.Property(tries = 200)
  void what_is_read_is_what_was_written(@ForAll("concepts") List<Concept> concepts)
      throws IOException {
    Release release = release(concepts);
    Path folder = Files.createTempDirectory("release");
    Path file = folder.resolve("a.jsonl.gz");
    ReleaseFile.write(release, file);
    Release read = ReleaseFile.read(file);
    Files.delete(file);
    Files.delete(folder);
    assertThat(read.edition()).isEqualTo(release.edition());
    assertThat(read.id()).isEqualTo(release.id());
    assertThat(read.source()).isEqualTo(release.source());
    assertThat(read.schemes().getFirst().title()).isEqualTo("ROME");
    assertThat(read.schemes().getFirst().concepts())
        .isEqualTo(release.schemes().getFirst().concepts());
    assertThat(ReleaseFile.contentHash(read)).isEqualTo(ReleaseFile.contentHash(release));
  }

  @net.jqwik.api.Property(tries = 200)
  void pairs_and_associations_are_kept_whole(
      @ForAll("cells") String cells, @ForAll @DoubleRange(min = 0, max = 1) double confidence)
      throws IOException {
    Release table = PairsFixture.release("1", cells);
    Correspondence one = table.correspondences().getFirst();
    List<Pair> pairs =
        one.pairs().stream()
            .map(pair ->
                new Pair(
                    pair.from(),
                    pair.to(),
                    pair.predicate(),
                    Justification.LEXICAL,
                    OptionalDouble.of(confidence),
                    3,
                    new Pair.Remark("auteur", "relectrice", "2026-01-02", "« dit »")))
            .toList();
    Correspondence said =
        new Correspondence(
            one.author(),
            one.source(),
            one.target(),
            new Correspondence.Versions("3", "4"),
            "par méthode",
            one.associations(),
            pairs);
    Release release =
        new Release(table.edition(), "1", table.source(), table.schemes(), List.of(one, said));
    Path folder = Files.createTempDirectory("release");
    Path file = folder.resolve("a.jsonl.gz");
    ReleaseFile.write(release, file);
    Release read = ReleaseFile.read(file);
    Files.delete(file);
    Files.delete(folder);
    assertThat(read.correspondences()).isEqualTo(release.correspondences());
    assertThat(ReleaseFile.contentHash(release)).isNotEqualTo(ReleaseFile.contentHash(table));
  }

  @Provide
  Arbitrary<String> cells() {
    Arbitrary<String> target =
        Arbitraries.strings()
            .numeric()
            .ofMinLength(1)
            .ofMaxLength(2)
            .list()
            .ofMaxSize(4)
            .map(codes -> codes.isEmpty() ? "-" : String.join(",", new LinkedHashSet<>(codes)));
    return target
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(targets ->
            IntStream.range(0, targets.size())
                .mapToObj(i -> "c" + i + "=" + targets.get(i))
                .collect(Collectors.joining(" ")));
  }

  @net.jqwik.api.Property(tries = 200)
  void the_hash_ignores_order_history_and_the_shape_of_apostrophes(
      @ForAll("concepts") List<Concept> concepts) {
    String hash = hash(concepts);
    assertThat(hash(concepts.reversed())).isEqualTo(hash);
    assertThat(
            hash(
                changed(
                    concepts,
                    each -> each.withHistory(each.status(), new Concept.History("1", "2", "3")))))
        .isEqualTo(hash);
    assertThat(
            hash(
                changed(concepts, each -> labelled(each, each.prefLabel("fr").replace('\'', '’')))))
        .isEqualTo(hash);
  }

  @net.jqwik.api.Property(tries = 200)
  void the_hash_tells_any_change(@ForAll("concepts") List<Concept> concepts) {
    String hash = hash(concepts);
    Concept last = concepts.getLast();
    List<Concept> others = concepts.subList(0, concepts.size() - 1);
    assertThat(hash(with(others, labelled(last, last.prefLabel("fr") + "e")))).isNotEqualTo(hash);
    Link another = new Link(Link.Kind.RELATED, last.ref(), Link.Mark.NONE, 77);
    assertThat(hash(with(others, linked(last, with(last.links(), another))))).isNotEqualTo(hash);
    if (!last.links().isEmpty()) {
      assertThat(hash(with(others, linked(last, last.links().subList(1, last.links().size())))))
          .isNotEqualTo(hash);
    }
    if (!others.isEmpty()) {
      assertThat(hash(others)).isNotEqualTo(hash);
    }
  }

  @Provide
  static Arbitrary<List<Concept>> concepts() {
    return concept().list().ofMinSize(1).ofMaxSize(8).uniqueElements(Concept::code);
  }

  private static Arbitrary<Concept> concept() {
    Arbitrary<ConceptRef> refs =
        Arbitraries.strings()
            .alpha()
            .numeric()
            .ofMinLength(1)
            .ofMaxLength(5)
            .map(code -> new ConceptRef("rome-4", code));
    return Combinators.combine(
            refs,
            Arbitraries.of(ConceptType.class),
            Arbitraries.of(Status.class),
            text(),
            notes(),
            links(refs),
            Arbitraries.maps(Arbitraries.of(Property.class), text()).ofMaxSize(3))
        .as((ref, type, status, label, notes, links, properties) ->
            new Concept(
                ref,
                type,
                status,
                List.of(Label.fr(label), new Label(label, "en")),
                List.of(Label.fr(label + " bis")),
                List.of(Label.fr(label)),
                notes,
                links,
                properties,
                new Concept.History("59", "60", "")));
  }

  private static Arbitrary<List<Note>> notes() {
    return Combinators.combine(Arbitraries.of(Note.Kind.class), text())
        .as((kind, text) -> new Note(kind, text, "fr"))
        .list()
        .ofMaxSize(2);
  }

  private static Arbitrary<List<Link>> links(Arbitrary<ConceptRef> refs) {
    return Combinators.combine(
            Arbitraries.of(Link.Kind.class),
            refs,
            Arbitraries.of(Link.Mark.class),
            Arbitraries.integers().between(0, 20))
        .as(Link::new)
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .withChars("aeéœ€'’\"\\\n\t,; ")
        .withCharRange('\u4e00', '\u4e20')
        .ofMaxLength(20)
        .map(text -> "l" + text);
  }

  private static Concept labelled(Concept c, String label) {
    return new Concept(
        c.ref(),
        c.type(),
        c.status(),
        List.of(Label.fr(label), c.prefLabels().getLast()),
        c.altLabels(),
        c.hiddenLabels(),
        c.notes(),
        c.links(),
        c.properties(),
        c.history());
  }

  private static Concept linked(Concept c, List<Link> links) {
    return new Concept(
        c.ref(),
        c.type(),
        c.status(),
        c.prefLabels(),
        c.altLabels(),
        c.hiddenLabels(),
        c.notes(),
        links,
        c.properties(),
        c.history());
  }

  private static <T> List<T> with(List<T> some, T another) {
    return Stream.concat(some.stream(), Stream.of(another)).toList();
  }

  private static List<Concept> changed(List<Concept> concepts, UnaryOperator<Concept> change) {
    return concepts.stream().map(change).toList();
  }

  private static String hash(List<Concept> concepts) {
    return ReleaseFile.contentHash(release(concepts));
  }

  private static Release release(List<Concept> concepts) {
    return new Release(
        Edition.ROME_4, "60", SOURCE, List.of(Scheme.of("rome-4", "ROME", concepts)));
  }
}
