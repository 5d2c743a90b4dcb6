package fr.passerelle.api.linkeddata;

import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.csv.CsvTables;
import fr.passerelle.vocab.jskos.Jskos;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.ReleaseLinks;
import fr.passerelle.vocab.skos.RdfFormat;
import fr.passerelle.vocab.skos.Skos;
import fr.passerelle.vocab.sssom.SssomWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a dump holds, as its release alone states it: a scheme, a correspondence, collections. */
sealed interface Whole {
  /** Begins the names of correspondences among dumps; no scheme bears a slash. */
  String CORRESPONDENCE = "correspondence/";

  /** All that a release states: its schemes, its correspondences, then its collections. */
  static List<Whole> of(PublishedRelease published) {
    List<Whole> all = new ArrayList<>();
    published.release().schemes().forEach(each -> all.add(new OfScheme(published, each)));
    published
        .release()
        .correspondences()
        .forEach(each -> all.add(new OfCorrespondence(published, each)));
    if (!published.release().collections().isEmpty()) {
      all.add(new OfCollections(published));
    }
    return List.copyOf(all);
  }

  /** The release that states it. */
  PublishedRelease release();

  /** Name of its folder among dumps: unlike that of any other. */
  String folder();

  /** Its name among the dumps of its release, without extension. */
  String name();

  /** The syntaxes in which it is written. */
  List<Syntax> syntaxes();

  /** Writes it in that syntax. */
  void write(Uris uris, Syntax syntax, OutputStream out) throws IOException;

  /** A scheme as published now, without what other releases bring to it. */
  static Whole of(PublishedScheme published) {
    PublishedScheme stated = published.stated();
    return new OfScheme(stated.release(), stated.scheme());
  }

  /** A correspondence as published now. */
  static Whole of(PublishedCorrespondence published) {
    return new OfCorrespondence(published.release(), published.correspondence());
  }

  /** A scheme and its concepts. */
  record OfScheme(PublishedRelease release, Scheme scheme) implements Whole {
    @Override
    public String folder() {
      return scheme.id();
    }

    @Override
    public String name() {
      return scheme.id();
    }

    @Override
    public List<Syntax> syntaxes() {
      return Syntax.OF_SCHEMES;
    }

    @Override
    public void write(Uris uris, Syntax syntax, OutputStream out) throws IOException {
      Optional<RdfFormat> rdf = syntax.rdf();
      if (rdf.isPresent()) {
        // Links of its own release only: those of others change without it.
        new Skos(uris)
            .dump(rdf.get(), out, release, scheme, ReleaseLinks.of(release.release())::inverse);
      } else if (syntax == Syntax.JSKOS) {
        new Jskos(uris).write(out, release, scheme);
      } else {
        CsvTables.write(out, scheme);
      }
    }
  }

  /** A correspondence, its associations and its pairs. */
  record OfCorrespondence(PublishedRelease release, Correspondence correspondence)
      implements Whole {
    @Override
    public String folder() {
      return name();
    }

    @Override
    public String name() {
      return CORRESPONDENCE + correspondence.id();
    }

    @Override
    public List<Syntax> syntaxes() {
      return Syntax.OF_CORRESPONDENCES;
    }

    @Override
    public void write(Uris uris, Syntax syntax, OutputStream out) throws IOException {
      Optional<RdfFormat> rdf = syntax.rdf();
      if (rdf.isPresent()) {
        new Skos(uris).dump(rdf.get(), out, release, correspondence);
      } else if (syntax == Syntax.JSKOS) {
        new Jskos(uris).write(out, release, correspondence);
      } else if (syntax == Syntax.SSSOM) {
        new SssomWriter(uris).write(out, release, correspondence);
      } else {
        CsvTables.write(out, release, correspondence);
      }
    }
  }

  /** The collections that a release makes, which may be of concepts of others. */
  record OfCollections(PublishedRelease release) implements Whole {
    @Override
    public String folder() {
      return "collections/" + release.release().edition().id();
    }

    @Override
    public String name() {
      return "collections";
    }

    @Override
    public List<Syntax> syntaxes() {
      return Syntax.OF_COLLECTIONS;
    }

    @Override
    public void write(Uris uris, Syntax syntax, OutputStream out) throws IOException {
      if (syntax == Syntax.JSKOS) {
        new Jskos(uris).writeCollections(out, release);
      } else {
        CsvTables.writeCollections(out, release.release());
      }
    }
  }
}
