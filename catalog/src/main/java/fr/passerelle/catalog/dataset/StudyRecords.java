package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Snapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checked records of studies, each made again only where its study changed: one deposit among
 * ten thousand costs one record.
 */
public final class StudyRecords {
  private final Uris uris;
  private final Licence usual;
  private Optional<Circumstances> circumstances = Optional.empty();
  private Map<StudyId, Known> known = Map.of();

  /**
   * Those of an installation.
   *
   * @param usual licence of records that declare none
   */
  public StudyRecords(Uris uris, Licence usual) {
    this.uris = uris;
    this.usual = usual;
  }

  /** What any record depends on besides its study. */
  private record Circumstances(Snapshot snapshot, Producers producers, LocalDate today) {}

  private record Known(Study study, Checked checked) {}

  /** Those of the studies of that view, in the order of their keys. */
  public synchronized List<Checked> list(CatalogueView view, Snapshot snapshot, PortalRules rules) {
    Circumstances now = new Circumstances(snapshot, view.producers(), rules.today());
    if (circumstances.filter(now::equals).isEmpty()) {
      known = Map.of();
      circumstances = Optional.of(now);
    }
    StudyDatasets datasets = datasets(view, snapshot);
    Map<StudyId, Known> next = new HashMap<>();
    List<Checked> all = new ArrayList<>();
    datasets
        .studies()
        .forEach(study -> {
          @Nullable Known before = known.get(study.id());
          Checked checked =
              before != null && isSame(before.study(), study)
                  ? before.checked()
                  : rules.checked(datasets.dataset(study));
          next.put(study.id(), new Known(study, checked));
          all.add(checked);
        });
    known = next;
    return all;
  }

  /** Records of studies of that view, one by one. */
  public StudyDatasets datasets(CatalogueView view, Snapshot snapshot) {
    return new StudyDatasets(view, snapshot, uris, usual);
  }

  /** Each event makes another study: what no event touched is the same object. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Study one, Study other) {
    return one == other;
  }
}
