package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.api.Instance;
import fr.passerelle.api.linkeddata.PublishedFiles;
import fr.passerelle.catalog.dataset.CatalogState;
import fr.passerelle.catalog.dataset.Checked;
import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.dataset.PortalRules;
import fr.passerelle.catalog.dataset.RecordLog;
import fr.passerelle.catalog.dataset.StudyDatasets;
import fr.passerelle.catalog.dataset.StudyLog;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.catalog.dataset.VocabularyLog;
import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Change;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.skos.RdfFormat;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

/** The catalogue as it stands: made anew when what it tells of has changed. */
@Singleton
public final class Catalogs {
  private final Instance instance;
  private final Vocabularies vocabularies;
  private final Studies studies;
  private final PublishedFiles files;
  private final CatalogRecords records;
  private final AtomicReference<Optional<State>> last = new AtomicReference<>(Optional.empty());
  private Vocabs vocabs = new Vocabs("", List.of(), Optional.empty());

  Catalogs(
      Instance instance,
      Vocabularies vocabularies,
      Studies studies,
      Deliveries deliveries,
      PublishedFiles files) {
    this.instance = instance;
    this.vocabularies = vocabularies;
    this.studies = studies;
    this.files = files;
    this.records = CatalogRecords.of(instance, vocabularies, deliveries, files);
  }

  /**
   * The catalogue at one moment.
   *
   * @param version name of what it depends on: two of one name say the same
   * @param snapshot the vocabularies
   * @param studies the studies as everyone sees them
   * @param rules what portals ask that day
   * @param catalog the records
   * @param vocabularies what happened to records of vocabularies
   * @param indicators what happened to records of indicators in each part that has any
   * @param logs what happened to studies in each part, made when it is first asked for
   */
  public record State(
      String version,
      Snapshot snapshot,
      CatalogueView studies,
      PortalRules rules,
      CatalogState catalog,
      RecordLog vocabularies,
      Map<Subset, RecordLog> indicators,
      Map<Subset, StudyLog> logs) {
    /** What ever happened to indicators in that part. */
    public RecordLog indicators(Subset part) {
      return Objects.requireNonNull(indicators.get(part), part::name);
    }

    /** What ever happened to studies in that part. */
    public StudyLog log(Subset part) {
      return logs.computeIfAbsent(part, each -> StudyLog.of(studies, each));
    }
  }

  /** The records of vocabularies, and the name of what they depend on. */
  private record Vocabs(String version, List<Checked> records, Optional<RecordLog> log) {}

  /** The catalogue now. */
  public State now() {
    Snapshot snapshot = vocabularies.snapshot();
    CatalogueView view = studies.catalogue().as(Reader.ANYONE);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    // Read before the files: what is made meanwhile is seen the next time.
    String ofVocabs = snapshot.version() + "/" + files.version() + "/" + today;
    String version = ofVocabs + "/" + view.version() + "/" + records.indicators().version();
    return last.get()
        .filter(each -> each.version().equals(version))
        .orElseGet(() -> make(version, ofVocabs, snapshot, view, new PortalRules(today)));
  }

  /**
   * Records of studies as they stood after those changes, by the numbers of these; none of a study
   * that has left the part since.
   */
  Map<Long, Dataset> past(State state, Subset part, List<Change> changes) {
    List<Change> there =
        changes.stream().filter(each -> !state.log(part).isOver(each.study())).toList();
    StudyDatasets datasets = records.studies(state.studies(), state.snapshot());
    Map<Long, Dataset> past = new HashMap<>();
    studies
        .past(state.studies(), there)
        .forEach((number, study) -> past.put(number, datasets.dataset(study)));
    return past;
  }

  /**
   * Each writes a page as portals ask for it and throws it away, one after the other and again from
   * the first: for who wants that code compiled before a harvest. Not the pages themselves, as an
   * iterator over nested streams makes all of one catalogue before it gives the first.
   */
  public Iterator<Runnable> rehearsal() {
    return Stream.generate(() -> CatalogPages.writings(instance, now()))
        .flatMap(Function.identity())
        .iterator();
  }

  /** A record in RDF/XML, all that it points at described beside it; no XML declaration. */
  public String rdfXml(State state, Dataset dataset) {
    DcatDescription description = new DcatDescription(Announcement.of(instance), state.rules());
    description.dataset(dataset);
    String xml = new String(Bytes.of(RdfFormat.RDF_XML, description), StandardCharsets.UTF_8);
    return xml.substring(xml.indexOf("<rdf:RDF")).strip();
  }

  /** One at a time: who asks meanwhile for the same has it then. */
  private synchronized State make(
      String version, String ofVocabs, Snapshot snapshot, CatalogueView view, PortalRules rules) {
    Optional<State> known = last.get().filter(each -> each.version().equals(version));
    if (known.isPresent()) {
      return known.get();
    }
    if (!vocabs.version().equals(ofVocabs)) {
      List<Checked> made = records.vocabularies(snapshot, rules);
      vocabs = new Vocabs(ofVocabs, made, Optional.of(log(snapshot, made)));
    }
    State made =
        new State(
            version,
            snapshot,
            view,
            rules,
            records.state(vocabs.records(), snapshot, view, rules),
            vocabs.log().orElseThrow(),
            indicators(),
            new ConcurrentHashMap<>());
    last.set(Optional.of(made));
    return made;
  }

  private Map<Subset, RecordLog> indicators() {
    Map<Subset, RecordLog> logs = new EnumMap<>(Subset.class);
    for (Subset each : Subset.values()) {
      logs.put(each, records.indicators().log(each));
    }
    return logs;
  }

  private RecordLog log(Snapshot snapshot, List<Checked> made) {
    List<Dataset> published = CatalogState.of(made, List.of()).datasets();
    return VocabularyLog.of(
        vocabularies.publications(), snapshot, published, instance.uris().regionalBase());
  }
}
