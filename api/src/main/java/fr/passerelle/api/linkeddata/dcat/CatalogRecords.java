package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.api.linkeddata.PublishedFiles;
import fr.passerelle.api.linkeddata.PublishedFiles.PublishedFile;
import fr.passerelle.catalog.dataset.CatalogState;
import fr.passerelle.catalog.dataset.Checked;
import fr.passerelle.catalog.dataset.Distribution;
import fr.passerelle.catalog.dataset.IndicatorRecords;
import fr.passerelle.catalog.dataset.Place;
import fr.passerelle.catalog.dataset.PortalRules;
import fr.passerelle.catalog.dataset.Services;
import fr.passerelle.catalog.dataset.StudyDatasets;
import fr.passerelle.catalog.dataset.StudyRecords;
import fr.passerelle.catalog.dataset.VocabularyDatasets;
import fr.passerelle.catalog.dataset.VocabularyDatasets.Files;
import fr.passerelle.catalog.dataset.VocabularyDatasets.OfferedFile;
import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import java.util.ArrayList;
import java.util.List;

/** The records of an installation, of all that it publishes. */
public final class CatalogRecords {
  private final Instance instance;
  private final Files files;
  private final StudyRecords studies;
  private final IndicatorRecords indicators;

  private CatalogRecords(Instance instance, Deliveries deliveries, Files files) {
    this.instance = instance;
    this.files = files;
    this.indicators =
        new IndicatorRecords(
            deliveries, instance.uris(), instance.address(), FigureDesk.MOST_LINES);
    this.studies = new StudyRecords(instance.uris(), instance.profile().licence());
  }

  /** Records of a running service, which makes the files that they tell of. */
  static CatalogRecords of(
      Instance instance, Vocabularies vocabularies, Deliveries deliveries, PublishedFiles files) {
    return new CatalogRecords(
        instance,
        deliveries,
        new Files(
            scheme -> offered(files.of(scheme)),
            correspondence -> offered(files.of(correspondence)),
            vocabularies::releases));
  }

  /** Records for who looks at them without a service: files are known, but not made. */
  public static CatalogRecords of(
      Instance instance, Vocabularies vocabularies, Deliveries deliveries) {
    return new CatalogRecords(
        instance,
        deliveries,
        new Files(
            scheme -> offered(PublishedFiles.found(instance, scheme)),
            correspondence -> offered(PublishedFiles.found(instance, correspondence)),
            vocabularies::releases));
  }

  /**
   * The catalogue of that state.
   *
   * @param view the studies as everyone sees them
   */
  public CatalogState state(Snapshot snapshot, CatalogueView view, PortalRules rules) {
    return state(vocabularies(snapshot, rules), snapshot, view, rules);
  }

  /** The same, the records of vocabularies being made already. */
  CatalogState state(
      List<Checked> vocabularies, Snapshot snapshot, CatalogueView view, PortalRules rules) {
    List<Checked> all = new ArrayList<>(vocabularies);
    all.addAll(studies.list(view, snapshot, rules));
    all.addAll(indicators.list(snapshot, view.producers(), rules));
    return CatalogState.of(all, Services.of(instance.address(), instance.uris().regionalBase()));
  }

  /** The records of indicators. */
  IndicatorRecords indicators() {
    return indicators;
  }

  /** The records of vocabularies and correspondences. */
  List<Checked> vocabularies(Snapshot snapshot, PortalRules rules) {
    Profile profile = instance.profile();
    return new VocabularyDatasets(
            snapshot,
            instance.uris(),
            instance.address(),
            Place.region(profile.region().code(), profile.region().name()),
            files)
        .list().stream().map(rules::checked).toList();
  }

  /** Records of studies of that view, one by one. */
  StudyDatasets studies(CatalogueView view, Snapshot snapshot) {
    return studies.datasets(view, snapshot);
  }

  private static List<OfferedFile> offered(List<PublishedFile> files) {
    return files.stream()
        .map(each ->
            new OfferedFile(
                each.extension(),
                each.path(),
                each.made().map(made -> new Distribution.Size(made.bytes(), made.sha512()))))
        .toList();
  }
}
