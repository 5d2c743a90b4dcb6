package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.Overlap;
import fr.passerelle.catalog.study.search.Similar;
import fr.passerelle.catalog.study.search.StudyHit;
import fr.passerelle.catalog.study.search.StudyPage;
import fr.passerelle.catalog.study.search.StudyQuery;
import fr.passerelle.catalog.territory.Territories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The catalogue as one reader sees it: what is hidden from the reader is not there, in no list,
 * count, history or change.
 */
public final class CatalogueView {
  private static final int MOST_COMPARED = 50;
  private static final Set<String> COMING =
      Arrays.stream(StudyStatus.values())
          .filter(StudyStatus::isComing)
          .map(StudyStatus::id)
          .collect(Collectors.toUnmodifiableSet());

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

  /** Name of this state of the catalogue, whoever reads it. Part of every cache key. */
  public String version() {
    return catalogue.version();
  }

  /** The producers, which everyone sees. */
  public Producers producers() {
    return catalogue.producers();
  }

  /** The study of that name. */
  public Optional<Study> find(StudyId id) {
    return catalogue.find(id).filter(reader::sees);
  }

  /** Whether the reader saw a study of that name once, and sees it no more. */
  public boolean isGone(StudyId id) {
    return find(id).isEmpty() && !history(id).isEmpty();
  }

  /** The study that an old address leads to. */
  public Optional<Study> findAlias(String alias) {
    return catalogue.findAlias(alias).flatMap(this::find);
  }

  /** All studies, in the order of their numbers: the earliest first. */
  public List<Study> list() {
    return catalogue.list().stream().filter(reader::sees).toList();
  }

  /**
   * Studies found.
   *
   * @param today the day, on which it depends what is late
   * @throws IllegalArgumentException where the place to go on from is not one that a page gave
   */
  public StudyPage search(StudyQuery query, LocalDate today) {
    return catalogue.index().search(query, reader, today);
  }

  /**
   * Studies to come among those asked for, the one expected first first, those without date last.
   *
   * @param today the day, on which it depends what is late
   */
  public List<Study> coming(StudyQuery query, LocalDate today) {
    Set<String> asked = query.filters().getOrDefault(Facet.STATUS, COMING);
    Set<String> statuses = new HashSet<>(COMING);
    statuses.retainAll(asked);
    if (statuses.isEmpty()) {
      return List.of();
    }
    StudyQuery all =
        query.with(Facet.STATUS, statuses).by(StudyQuery.Sort.NUMBER).page(Integer.MAX_VALUE, "");
    StudyPage page = search(all, today);
    // What holds some of the words only was not asked for.
    return page.hits().stream()
        .filter(hit -> !page.relaxed())
        .map(StudyHit::study)
        .sorted(Comparator.comparing(CatalogueView::due).thenComparing(Study::title))
        .toList();
  }

  private static LocalDate due(Study study) {
    return study.date().map(PartialDate::last).orElse(LocalDate.MAX);
  }

  /** The territories, which holds which. */
  public Territories territories() {
    return catalogue.index().territories();
  }

  /**
   * Studies like that one that this reader sees, the most alike first; and, to who announces it,
   * whether there are hidden ones.
   */
  public Likes similar(Study study, int most) {
    List<Similar> all = Overlap.of(catalogue.index(), study, MOST_COMPARED);
    return new Likes(
        all.stream().filter(each -> reader.sees(each.study())).limit(most).toList(),
        isTold(study) && all.stream().anyMatch(each -> !reader.sees(each.study())));
  }

  /**
   * Studies to come of this reader that are close to one that is to come elsewhere.
   *
   * @return for each of them what is close to it
   */
  public Map<Study, Likes> overlaps() {
    Map<Study, Likes> overlaps = new LinkedHashMap<>();
    for (Study study : catalogue.list()) {
      if (isTold(study)) {
        Likes close = overlapping(study);
        if (!close.studies().isEmpty() || close.contactPossible()) {
          overlaps.put(study, close);
        }
      }
    }
    return overlaps;
  }

  /**
   * What other producers have to come that is close to a study that is to come; nothing where it is
   * not. That there is something hidden is said to who announced the study and to the operator.
   */
  public Likes overlapping(Study study) {
    if (!study.status().isComing()) {
      return Likes.NONE;
    }
    List<Similar> close =
        Overlap.of(catalogue.index(), study, MOST_COMPARED).stream()
            .filter(each -> each.study().status().isComing())
            .filter(each -> !each.study().key().producer().equals(study.key().producer()))
            .toList();
    return new Likes(
        close.stream().filter(each -> reader.sees(each.study())).toList(),
        isTold(study) && close.stream().anyMatch(each -> !reader.sees(each.study())));
  }

  private boolean isTold(Study study) {
    return reader.owns(study) || reader.role() == Reader.Role.OPERATOR;
  }

  /** The series of its studies, in the order of their words. */
  public List<PublishedSeries> series() {
    return catalogue.series(reader, this::findSeries);
  }

  private List<PublishedSeries> findSeries() {
    Map<String, List<Study>> byKey =
        list().stream()
            .filter(study -> !study.content().series().key().isEmpty())
            .collect(
                Collectors.groupingBy(
                    study -> study.content().series().key(), TreeMap::new, Collectors.toList()));
    return byKey.entrySet().stream()
        .map(each ->
            new PublishedSeries(
                each.getKey(),
                each.getValue().getFirst().content().series().title(),
                each.getValue().stream().map(study -> study.key().producer()).distinct().toList(),
                each.getValue().size()))
        .toList();
  }

  /** What happened to studies while the reader saw them, in order. */
  public List<Entry> entries() {
    return catalogue.entries().stream()
        .filter(entry -> entry.sight().filter(reader::sees).isPresent())
        .toList();
  }

  /** What happened to a study while the reader saw it, in order. */
  public List<Entry> history(StudyId id) {
    return entries().stream().filter(entry -> entry.study().equals(id)).toList();
  }

  /**
   * What changed for this reader after that number, in order. A reader that begins at 0 and applies
   * all of it has what {@link #list()} gives.
   *
   * @param after number of the last change known; 0 for none
   */
  public List<Change> changes(long after) {
    return changes(entry -> true).stream().filter(each -> each.sequence() > after).toList();
  }

  /**
   * All that ever changed for this reader of a part of the studies, in order: what leaves the part
   * is deleted from it. What is told of the past is told the same ever after.
   *
   * @param part whether a study is in the part, as it stood after that event
   */
  public List<Change> changes(Predicate<Entry> part) {
    Set<StudyId> there = new HashSet<>();
    List<Change> changes = new ArrayList<>();
    for (Entry entry : catalogue.entries()) {
      boolean now = entry.sight().filter(reader::sees).isPresent() && part.test(entry);
      boolean before = now ? !there.add(entry.study()) : there.remove(entry.study());
      if (before || now) {
        Change.Kind kind =
            !now ? Change.Kind.DELETE : before ? Change.Kind.UPDATE : Change.Kind.CREATE;
        changes.add(new Change(entry.sequence(), entry.study(), kind, entry.at()));
      }
    }
    return changes;
  }
}
