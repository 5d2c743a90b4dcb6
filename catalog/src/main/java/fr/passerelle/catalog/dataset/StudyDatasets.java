package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.dataset.Dataset.Family;
import fr.passerelle.catalog.dataset.Dataset.Registration;
import fr.passerelle.catalog.dataset.Dataset.Source;
import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Series;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Snapshot;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of the studies that a reader sees; for portals, those that everyone sees. */
public final class StudyDatasets {
  private static final AuthorityTerm NEVER = AuthorityTerm.of("frequency", "NEVER");

  private final CatalogueView view;
  private final StudyNames names;
  private final Licence usual;
  private final StudyCoverage coverage;

  /**
   * Those of that view.
   *
   * @param snapshot vocabularies, which name themes
   * @param usual licence of records that declare none: that of the profile
   */
  public StudyDatasets(CatalogueView view, Snapshot snapshot, Uris uris, Licence usual) {
    this.view = view;
    this.names = new StudyNames(uris);
    this.usual = usual;
    this.coverage = new StudyCoverage(snapshot, uris, view.territories());
  }

  /** The studies that are records, in the order of their keys. */
  public Stream<Study> studies() {
    return view.list().stream().filter(study -> Subset.isRecord(study.status()));
  }

  /** All of them. */
  public List<Dataset> list() {
    return studies().map(this::dataset).toList();
  }

  /** The record of a study. */
  public Dataset dataset(Study study) {
    Content content = study.content();
    String iri = names.study(study.id());
    String page = content.reading().landingPage();
    return new Dataset(
        key(study),
        iri,
        Family.STUDY,
        Subset.isDistributable(study.status(), study.origin().isOurs()),
        content.title(),
        description(study),
        keywords(content),
        source(study),
        coverage.of(content),
        page.isEmpty() ? iri : page,
        coverage.concepts(content),
        series(content.series()),
        StudyFiles.of(iri, content),
        new Registration(study.created(), study.modified(), study.origin().uri()));
  }

  /** Numbers are of one width, so that keys are in their order. */
  private static String key(Study study) {
    return "study/%012d".formatted(study.number());
  }

  /** An abstract is what its producer writes; where there is none, the facts have to do. */
  private String description(Study study) {
    Content content = study.content();
    if (!content.abstractText().isBlank()) {
      return content.abstractText();
    }
    String by = String.join(", ", content.producers().stream().map(this::name).toList());
    return "Étude (%s) de %s%s."
        .formatted(
            StudyCoverage.words(content.kind()),
            by,
            study.date().map(date -> ", " + date.exact()).orElse(""));
  }

  private static List<String> keywords(Content content) {
    return Stream.of(
            Stream.of(StudyCoverage.words(content.kind())),
            content.subjects().sectors().stream(),
            content.subjects().audiences().stream())
        .flatMap(words -> words)
        .distinct()
        .toList();
  }

  private Source source(Study study) {
    List<Agent> agents = study.content().producers().stream().map(this::agent).toList();
    return new Source(
        agents.stream().findFirst(),
        agents,
        study.content().reading().licence().or(() -> Optional.of(usual)),
        "",
        study.content().dates().issued().map(PartialDate::exact).map(IsoDate::new),
        Optional.of(IsoDate.of(study.modified().atZone(ZoneOffset.UTC).toLocalDate())),
        "",
        NEVER);
  }

  private Agent agent(String code) {
    return new Agent(
        names.producer(code),
        name(code),
        view.producers().find(code).map(Producer::homepage).orElse(""));
  }

  private String name(String code) {
    return view.producers().name(code, "fr");
  }

  private Optional<Dataset.Series> series(Series series) {
    return series.key().isEmpty()
        ? Optional.empty()
        : Optional.of(new Dataset.Series(names.series(series.key()), series.title()));
  }
}
