package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.api.Instance;
import fr.passerelle.api.linkeddata.PublishedFiles;
import fr.passerelle.api.linkeddata.PublishedFiles.PublishedFile;
import fr.passerelle.catalog.dataset.CatalogState;
import fr.passerelle.catalog.dataset.Distribution;
import fr.passerelle.catalog.dataset.Place;
import fr.passerelle.catalog.dataset.PortalRules;
import fr.passerelle.catalog.dataset.Services;
import fr.passerelle.catalog.dataset.VocabularyDatasets;
import fr.passerelle.catalog.dataset.VocabularyDatasets.Files;
import fr.passerelle.catalog.dataset.VocabularyDatasets.OfferedFile;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import java.util.List;

/** The records of an installation, of all that it publishes. */
public final class CatalogRecords {
  private final Instance instance;
  private final Files files;

  private CatalogRecords(Instance instance, Files files) {
    this.instance = instance;
    this.files = files;
  }

  /** Records of a running service, which makes the files that they tell of. */
  static CatalogRecords of(Instance instance, Vocabularies vocabularies, PublishedFiles files) {
    return new CatalogRecords(
        instance,
        new Files(
            scheme -> offered(files.of(scheme)),
            correspondence -> offered(files.of(correspondence)),
            vocabularies::releases));
  }

  /** Records for who looks at them without a service: the files are not made. */
  public static CatalogRecords of(Instance instance, Vocabularies vocabularies) {
    return new CatalogRecords(
        instance,
        new Files(
            scheme -> offered(PublishedFiles.addresses(scheme)),
            correspondence -> offered(PublishedFiles.addresses(correspondence)),
            vocabularies::releases));
  }

  /** The catalogue of that state. */
  public CatalogState state(Snapshot snapshot, PortalRules rules) {
    VocabularyDatasets datasets =
        new VocabularyDatasets(
            snapshot,
            instance.uris(),
            instance.address(),
            Place.region(instance.profile().region().code(), instance.profile().region().name()),
            files);
    return CatalogState.of(
        datasets.list(), Services.of(instance.address(), instance.uris().regionalBase()), rules);
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
