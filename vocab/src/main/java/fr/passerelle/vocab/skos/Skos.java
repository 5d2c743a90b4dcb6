package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Uris;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/**
 * Published vocabularies as RDF: SKOS Reference, W3C, 2009, and XKOS, DDI Alliance, 2019.
 *
 * <p>The triples and the bytes of a release are always the same and in the same order. What is
 * written streams; the stream given is flushed and left open. Every document says the producer, the
 * date of last update, the licence and the citation of the release.
 */
public final class Skos {
  private final Uris uris;
  private final Terms terms;
  private final RdfWriter writer;

  /** Vocabularies under those names; own terms are under {@code {nationalBase}/ns#}. */
  public Skos(Uris uris) {
    this.uris = uris;
    this.terms = new Terms(uris);
    this.writer = new RdfWriter(new JsonLdContext(terms));
  }

  /** The triples of one concept, its qualified links included. */
  public List<Triple> describe(PublishedRelease release, Concept concept, Inverse inverse) {
    return ConceptDescription.of(names(release), terms, concept, inverse, List.of());
  }

  /** The triples of a skos:ConceptScheme, without its concepts. */
  public List<Triple> describe(PublishedRelease release, Scheme scheme) {
    return SchemeDescription.of(names(release), release, scheme);
  }

  /** The triples of the release itself, of its producer and of its licence. */
  public List<Triple> attribution(PublishedRelease release) {
    return SchemeDescription.attribution(names(release), release);
  }

  /** Every class, property and individual of our own, as {@code /ns} serves them. */
  public List<Triple> ontology() {
    return Ontology.of(terms);
  }

  /**
   * Writes the document of one concept.
   *
   * @throws IOException where the stream fails
   */
  public void write(
      RdfFormat format,
      OutputStream out,
      PublishedRelease release,
      Concept concept,
      Inverse inverse)
      throws IOException {
    write(format, out, release, concept, inverse, List.of(), List.of());
  }

  /**
   * Writes the document of one concept with what published correspondences say of it.
   *
   * @param matches what it is to concepts of other schemes, read from it
   * @param beside what releases say of it under their own authorship
   * @throws IOException where the stream fails
   */
  public void write(
      RdfFormat format,
      OutputStream out,
      PublishedRelease release,
      Concept concept,
      Inverse inverse,
      List<Match> matches,
      List<Beside> beside)
      throws IOException {
    List<Triple> said =
        new ArrayList<>(
            ConceptDescription.of(
                names(release), terms, concept, inverse, Match.consistent(matches)));
    // What has the concept as its subject joins the rest of it: one subject, one block.
    beside.forEach(each -> annotation(each).ifPresent(said::add));
    send(
        format,
        out,
        Stream.concat(
            Stream.concat(
                Stream.of(said), beside.stream().map(each -> beside(each, release, concept))),
            Stream.concat(Stream.of(release), beside.stream().map(Beside::release))
                .distinct()
                .map(this::attribution)));
  }

  private Optional<Triple> annotation(Beside beside) {
    return beside instanceof Beside.Annotated said
        ? Optional.of(regional(said.release()).link(said.annotation(), said.number()))
        : Optional.empty();
  }

  private List<Triple> beside(Beside beside, PublishedRelease release, Concept concept) {
    return switch (beside) {
      case Beside.InCollection in ->
          CollectionDescription.of(
              names(in.release()), terms, in.release(), in.collection(), concept.ref());
      case Beside.Annotated said ->
          regional(said.release()).annotation(said.annotation(), said.number());
      case Beside.Varied varied ->
          regional(varied.release())
              .variant(varied.variant(), names(release).concept(concept.ref()));
    };
  }

  private RegionalDescription regional(PublishedRelease release) {
    return new RegionalDescription(names(release), terms, release);
  }

  /**
   * Writes a collection and all its members.
   *
   * @throws IOException where the stream fails
   */
  public void write(
      RdfFormat format, OutputStream out, PublishedRelease release, Collection collection)
      throws IOException {
    send(
        format,
        out,
        Stream.of(
            CollectionDescription.of(names(release), terms, release, collection),
            attribution(release)));
  }

  /**
   * Writes what a release says of a concept of another edition.
   *
   * @throws IOException where the stream fails
   */
  public void write(
      RdfFormat format,
      OutputStream out,
      PublishedRelease release,
      List<Beside.Annotated> annotations)
      throws IOException {
    send(
        format,
        out,
        Stream.concat(
            annotations.stream()
                .map(each -> regional(release).annotation(each.annotation(), each.number())),
            Stream.of(attribution(release))));
  }

  /**
   * Writes the document of a scheme, without its concepts.
   *
   * @throws IOException where the stream fails
   */
  public void write(RdfFormat format, OutputStream out, PublishedRelease release, Scheme scheme)
      throws IOException {
    send(format, out, Stream.of(describe(release, scheme), attribution(release)));
  }

  /**
   * Writes a scheme and all its concepts in code order, holding the triples of one at a time; with
   * the scheme of its edition, the collections and annotations of the release.
   *
   * @throws IOException where the stream fails
   */
  public void dump(
      RdfFormat format, OutputStream out, PublishedRelease release, Scheme scheme, Inverse inverse)
      throws IOException {
    send(format, out, parts(release, scheme, scheme.concepts().stream(), inverse));
  }

  /**
   * What a dump of a scheme holds, part by part.
   *
   * @param concepts those that are shown
   */
  public Stream<List<Triple>> parts(
      PublishedRelease release, Scheme scheme, Stream<Concept> concepts, Inverse inverse) {
    Names names = names(release);
    return Stream.of(
            Stream.of(describe(release, scheme), attribution(release)),
            concepts.map(
                concept -> ConceptDescription.of(names, terms, concept, inverse, List.of())),
            additions(release, scheme))
        .flatMap(parts -> parts);
  }

  private Stream<List<Triple>> additions(PublishedRelease release, Scheme scheme) {
    Release stated = release.release();
    if (!scheme.id().equals(stated.edition().id())) {
      return Stream.empty();
    }
    Map<ConceptRef, Integer> numbers = new HashMap<>();
    return Stream.concat(
        stated.collections().stream()
            .map(each -> CollectionDescription.of(names(release), terms, release, each)),
        stated.annotations().stream()
            .map(each ->
                regional(release).annotation(each, numbers.merge(each.target(), 1, Integer::sum))));
  }

  /**
   * Writes a correspondence (xkos:Correspondence) and all its associations and pairs, one after the
   * other.
   *
   * @throws IOException where the stream fails
   */
  public void dump(
      RdfFormat format, OutputStream out, PublishedRelease release, Correspondence correspondence)
      throws IOException {
    send(format, out, parts(release, correspondence));
  }

  /** What a dump of a correspondence holds, part by part. */
  public Stream<List<Triple>> parts(PublishedRelease release, Correspondence correspondence) {
    CorrespondenceDescription described =
        new CorrespondenceDescription(names(release), release, correspondence);
    return Stream.of(
            Stream.of(described.head(), described.method(), attribution(release)),
            correspondence.associations().stream().map(described::association),
            correspondence.pairs().stream().map(described::pair))
        .flatMap(parts -> parts);
  }

  /**
   * Writes the document of one association and of its pairs.
   *
   * @throws IOException where the stream fails
   */
  public void write(
      RdfFormat format,
      OutputStream out,
      PublishedRelease release,
      Correspondence correspondence,
      Association association)
      throws IOException {
    CorrespondenceDescription described =
        new CorrespondenceDescription(names(release), release, correspondence);
    send(
        format,
        out,
        Stream.concat(
            Stream.of(described.association(association), attribution(release)),
            correspondence.pairs().stream()
                .filter(pair ->
                    association.sources().contains(pair.from())
                        && association.targets().contains(pair.to()))
                .map(described::pair)));
  }

  /**
   * Writes those triples, e.g. {@link #ontology()}; those of one subject must follow one another.
   *
   * @throws IOException where the stream fails
   */
  public void write(RdfFormat format, OutputStream out, List<Triple> triples) throws IOException {
    send(format, out, Stream.of(triples));
  }

  private void send(RdfFormat format, OutputStream out, Stream<List<Triple>> parts)
      throws IOException {
    writer.write(format, out, parts);
  }

  private Names names(PublishedRelease release) {
    return new Names(uris, release.release());
  }
}
