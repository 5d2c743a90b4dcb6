package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.api.Instance;
import fr.passerelle.api.linkeddata.PublishedFiles;
import fr.passerelle.catalog.dataset.CatalogState;
import fr.passerelle.catalog.dataset.PortalRules;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The catalogue as it stands: made anew when what it tells of has changed. */
@Singleton
final class Catalogs {
  private final Vocabularies vocabularies;
  private final PublishedFiles files;
  private final CatalogRecords records;
  private final AtomicReference<Optional<State>> last = new AtomicReference<>(Optional.empty());

  Catalogs(Instance instance, Vocabularies vocabularies, PublishedFiles files) {
    this.vocabularies = vocabularies;
    this.files = files;
    this.records = CatalogRecords.of(instance, vocabularies, files);
  }

  /**
   * The catalogue at one moment.
   *
   * @param version name of what it depends on: two of one name say the same
   * @param snapshot the vocabularies
   * @param rules what portals ask that day
   * @param catalog the records
   */
  record State(String version, Snapshot snapshot, PortalRules rules, CatalogState catalog) {}

  /** The catalogue now. */
  State now() {
    Snapshot snapshot = vocabularies.snapshot();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    // Read before the files: what is made meanwhile is seen the next time.
    String version = snapshot.version() + "/" + files.version() + "/" + today;
    Optional<State> known = last.get().filter(each -> each.version().equals(version));
    if (known.isPresent()) {
      return known.get();
    }
    PortalRules rules = new PortalRules(today);
    State made = new State(version, snapshot, rules, records.state(snapshot, rules));
    last.set(Optional.of(made));
    return made;
  }
}
