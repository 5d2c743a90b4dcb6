package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Sight;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue as one reader sees it: what is hidden from the reader is not there, in no list,
 * count, history or change.
 */
public final class CatalogueView {
  private final Catalogue catalogue;
  private final Reader reader;

  CatalogueView(Catalogue catalogue, Reader reader) {
    this.catalogue = catalogue;
    this.reader = reader;
  }

  /** Who reads. */
  public Reader reader() {
    return reader;
  }

  /** Number of the last event: answers of one number and one kind of reader are the same. */
  public long sequence() {
    return catalogue.sequence();
  }

  /** The producers, which everyone sees. */
  public Producers producers() {
    return catalogue.producers();
  }

  /** The study of that name. */
  public Optional<Study> find(StudyId id) {
    return catalogue.find(id).filter(reader::sees);
  }

  /** The study that an old address leads to. */
  public Optional<Study> findAlias(String alias) {
    return catalogue.findAlias(alias).flatMap(this::find);
  }

  /** All studies, in the order of their numbers: the earliest first. */
  public List<Study> list() {
    return catalogue.list().stream().filter(reader::sees).toList();
  }

  /** What happened to a study while the reader saw it, in order. */
  public List<Entry> history(StudyId id) {
    return catalogue.entries().stream()
        .filter(entry -> entry.study().equals(id))
        .filter(entry -> entry.sight().filter(reader::sees).isPresent())
        .toList();
  }

  /**
   * What changed for this reader after that number, in order. A reader that begins at 0 and applies
   * all of it has what {@link #list()} gives.
   *
   * @param after number of the last change known; 0 for none
   */
  public List<Change> changes(long after) {
    Map<StudyId, Boolean> seen = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (Entry entry : catalogue.entries()) {
      boolean before = seen.getOrDefault(entry.study(), false);
      Optional<Sight> sight = entry.sight();
      boolean now = sight.isPresent() && reader.sees(sight.get());
      seen.put(entry.study(), now);
      if (entry.sequence() > after && (before || now)) {
        Change.Kind kind =
            !now ? Change.Kind.DELETE : before ? Change.Kind.UPDATE : Change.Kind.CREATE;
        changes.add(new Change(entry.sequence(), entry.study(), kind, entry.at()));
      }
    }
    return changes;
  }
}
