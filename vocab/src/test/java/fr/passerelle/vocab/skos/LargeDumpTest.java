package fr.passerelle.vocab.skos;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scheme of the size of ROME: 50 000 concepts, a million triples. */
class LargeDumpTest {
  private static final Logger LOG = LoggerFactory.getLogger(LargeDumpTest.class);
  private static final int SIZE = 50_000;
  private static final PublishedRelease RELEASE =
      Sample.published(Edition.ROME_4, false, List.of(scheme()));
  private static final Inverse INVERSE = Sample.inverse(RELEASE);

  /** Each tenth of the concepts is asked for once the tenths before it have left. */
  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void a_large_dump_leaves_as_it_is_made(RdfFormat format) throws IOException {
    Counter out = new Counter();
    AtomicInteger asked = new AtomicInteger();
    List<Long> left = new ArrayList<>();
    Inverse watched =
        target -> {
          if (asked.getAndIncrement() % (SIZE / 10) == 0) {
            left.add(out.count.get());
          }
          return INVERSE.inverse(target);
        };
    long start = System.nanoTime();
    Scheme scheme = RELEASE.release().schemes().getFirst();

    Sample.SKOS.dump(format, out, RELEASE, scheme, watched);

    long total = out.count.get();
    LOG.info("{}: {} bytes, {} ms", format, total, (System.nanoTime() - start) / 1_000_000);
    assertThat(asked).hasValue(SIZE);
    assertThat(left).hasSize(10);
    for (int tenth = 1; tenth < 10; tenth++) {
      assertThat(left.get(tenth)).isCloseTo(total * tenth / 10, Offset.offset(total / 20));
    }
  }

  private static Scheme scheme() {
    return Scheme.of(
        "rome-4", "Généré", IntStream.range(0, SIZE).mapToObj(LargeDumpTest::concept).toList());
  }

  private static Concept concept(int i) {
    List<Link> links = new ArrayList<>();
    if (i > 0) {
      links.add(Sample.broader("rome-4", code(i / 10)));
      links.add(
          new Link(Link.Kind.COMPETENCE, ref(SIZE - 1 - i), Link.Mark.PRINCIPALE, 1 + i % 30));
    }
    return new Concept(
        ref(i),
        ConceptType.APPELLATION,
        Status.CURRENT,
        List.of(Label.fr("Libellé préféré de l'appellation " + i)),
        List.of(Label.fr("Autre libellé " + i), Label.fr("Encore un " + i)),
        List.of(),
        List.of(),
        links,
        Map.of(Property.CLASSIFICATION, "PRINCIPALE", Property.PEU_USITE, "false"),
        new Concept.History("40", "60", ""));
  }

  private static ConceptRef ref(int i) {
    return new ConceptRef("rome-4", code(i));
  }

  /** Codes in the order of their numbers. */
  private static String code(int i) {
    return Integer.toString(100_000 + i);
  }

  /** Counts and forgets. */
  private static final class Counter extends OutputStream {
    private final AtomicLong count = new AtomicLong();

    @Override
    public void write(int b) {
      count.incrementAndGet();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count.addAndGet(length);
    }
  }
}
