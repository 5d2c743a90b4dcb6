package fr.passerelle.catalog.dataset;

import fr.passerelle.vocab.Licence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A record of the catalogue (dcat:Dataset).
 *
 * @param key its place among all: immutable, never another's
 * @param iri its name, which is its identifier too
 * @param family what it describes
 * @param ours whether portals may take it from here: it originates here, and is there to be had
 * @param title title
 * @param description description
 * @param keywords words to find it by
 * @param source who makes it, when, under which licence
 * @param coverage what it is about
 * @param landingPage page for people
 * @param relations what it has to do with: IRIs
 * @param series the series it is part of, if it is
 * @param distributions forms in which it can be had
 * @param statistics how its figures are cut, where it is figures
 * @param registration what this catalogue knows of its own record of it
 */
public record Dataset(
    String key,
    String iri,
    Family family,
    boolean ours,
    String title,
    String description,
    List<String> keywords,
    Source source,
    Coverage coverage,
    String landingPage,
    List<String> relations,
    Optional<Series> series,
    List<Distribution> distributions,
    Optional<Statistics> statistics,
    Registration registration) {

  /** A record of what is no figures. */
  public Dataset(
      String key,
      String iri,
      Family family,
      boolean ours,
      String title,
      String description,
      List<String> keywords,
      Source source,
      Coverage coverage,
      String landingPage,
      List<String> relations,
      Optional<Series> series,
      List<Distribution> distributions,
      Registration registration) {
    this(
        key,
        iri,
        family,
        ours,
        title,
        description,
        keywords,
        source,
        coverage,
        landingPage,
        relations,
        series,
        distributions,
        Optional.empty(),
        registration);
  }

  public Dataset {
    keywords = List.copyOf(keywords);
    relations = List.copyOf(relations);
    distributions = List.copyOf(distributions);
  }

  /** When the record changed last here. */
  public Instant changed() {
    return registration.changed();
  }

  /** What a record describes. */
  public enum Family {
    /** A vocabulary. */
    VOCABULARY,
    /** How two vocabularies meet. */
    CORRESPONDENCE,
    /** A study. */
    STUDY,
    /** The figures of an indicator. */
    INDICATOR
  }

  /**
   * Who makes it, when, under which licence.
   *
   * @param publisher who answers for it
   * @param creators who made it
   * @param licence licence, if one is declared
   * @param citation ready citation
   * @param issued when it was first published
   * @param modified when it was last updated
   * @param version name of its version; empty if it has none
   * @param frequency how often it is updated (EU authority table)
   */
  public record Source(
      Optional<Agent> publisher,
      List<Agent> creators,
      Optional<Licence> licence,
      String citation,
      Optional<IsoDate> issued,
      Optional<IsoDate> modified,
      String version,
      AuthorityTerm frequency) {
    public Source {
      creators = List.copyOf(creators);
    }
  }

  /**
   * What it is about.
   *
   * @param type what kind of thing it is, in a vocabulary that portals know
   * @param typeLabel what kind exactly, in French
   * @param themes themes (EU authority table)
   * @param subjects further themes: concepts of our own
   * @param sectors economic sectors, in words
   * @param audiences people whom it looks at, in words
   * @param places territories
   * @param period period, if it has one
   * @param languages languages (EU authority table)
   * @param access who may have it (EU authority table)
   */
  public record Coverage(
      Subject type,
      String typeLabel,
      List<AuthorityTerm> themes,
      List<Subject> subjects,
      List<String> sectors,
      List<String> audiences,
      List<Place> places,
      Optional<Span> period,
      List<AuthorityTerm> languages,
      AuthorityTerm access) {
    public Coverage {
      themes = List.copyOf(themes);
      subjects = List.copyOf(subjects);
      sectors = List.copyOf(sectors);
      audiences = List.copyOf(audiences);
      places = List.copyOf(places);
      languages = List.copyOf(languages);
    }
  }

  /** A series of studies (dcat:DatasetSeries), with its French title. */
  public record Series(String iri, String title) {}

  /**
   * The record itself (dcat:CatalogRecord), apart from what it describes.
   *
   * @param listed when it was first here
   * @param changed when it changed last here
   * @param source where it was taken from: an IRI; empty for what originates here
   */
  public record Registration(Instant listed, Instant changed, String source) {}

  /** A concept of our own, with its French label. */
  public record Subject(String iri, String label) {}

  /**
   * How figures are cut (StatDCAT-AP 1.0.1).
   *
   * @param dimensions what a figure is of (qb:DimensionProperty)
   * @param attributes what is said of a figure (qb:AttributeProperty)
   * @param unit what one is
   * @param series how many there are of one territory and category; empty where that is not told
   */
  public record Statistics(
      List<Subject> dimensions, List<Subject> attributes, Subject unit, OptionalInt series) {
    public Statistics {
      dimensions = List.copyOf(dimensions);
      attributes = List.copyOf(attributes);
    }
  }
}
