package fr.passerelle.api.study;

import fr.passerelle.api.Instance;
import fr.passerelle.api.study.StudyItem.LicenceView;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Citations;
import fr.passerelle.catalog.studies.Likes;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Period;
import fr.passerelle.catalog.study.Reading;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.Series;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.catalog.study.search.Similar;
import fr.passerelle.catalog.study.search.StudyHit;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.CombinedLicence;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.release.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Studies of one state of the catalogue as JSON views, in one language, for one reader.
 *
 * @param catalogue the catalogue as the reader sees it
 * @param snapshot the vocabularies, for labels
 * @param instance this installation
 * @param lang language of labels
 * @param today the day, on which it depends what is late
 */
record StudyViews(
    CatalogueView catalogue, Snapshot snapshot, Instance instance, String lang, LocalDate today) {
  private static final String MIXED = "licence propre à chaque notice";
  private static final String MIXED_EN = "each record under its own licence";

  StudyNames names() {
    return new StudyNames(instance.uris());
  }

  StudyItem item(Study study) {
    return item(study, null, null);
  }

  StudyItem item(StudyHit hit) {
    boolean asked = !hit.matched().equals(StudyHit.Matched.NOTHING);
    return item(
        hit.study(),
        asked ? new StudyItem.MatchView(hit.matched().field(), hit.matched().text()) : null,
        asked ? Math.round(hit.score() * 1000) / 1000.0 : null);
  }

  private StudyItem item(
      Study study, StudyItem.@Nullable MatchView matched, @Nullable Double score) {
    Content said = study.content();
    return new StudyItem(
        names().study(study.id()),
        study.id().value(),
        said.title(),
        said.producers().stream().map(this::agent).toList(),
        said.kind().id(),
        said.scale().id(),
        study.status().id(),
        study.isLate(today),
        date(study.date()),
        study.themes().stream().map(this::named).toList(),
        study.territories().stream().map(this::named).toList(),
        series(said.series()),
        licence(licence(study)),
        origin(study.origin()),
        Citations.of(study, catalogue.producers(), lang),
        study.created(),
        study.modified(),
        matched,
        score);
  }

  StudyItem.Agent agent(String code) {
    return new StudyItem.Agent(
        code, catalogue.producers().name(code, lang), names().producer(code));
  }

  StudyItem.Named named(ConceptRef ref) {
    return new StudyItem.Named(
        ref.toString(),
        snapshot.find(ref).map(concept -> concept.prefLabel(lang)).orElse(ref.code()),
        uri(ref));
  }

  private @Nullable String uri(ConceptRef ref) {
    return snapshot
        .findScheme(ref.scheme())
        .map(scheme -> instance.uris().concept(scheme.release().release().edition(), ref))
        .orElse(null);
  }

  StudyItem.Named named(Territory territory) {
    return new StudyItem.Named(
        territory.toString(),
        catalogue.territories().name(territory),
        territory.concept().map(this::uri).orElse(null));
  }

  static StudyItem.@Nullable DateView date(Optional<PartialDate> date) {
    return date.map(each ->
            new StudyItem.DateView(
                each.exact(), each.precision().name().toLowerCase(Locale.ROOT), each.approximate()))
        .orElse(null);
  }

  private static StudyItem.@Nullable SeriesView series(Series series) {
    return series.isEmpty()
        ? null
        : new StudyItem.SeriesView(series.key(), series.title(), series.number());
  }

  /** Licence of the record: its own, or that of the region's content. */
  Licence licence(Study study) {
    return study.content().reading().licence().orElse(instance.profile().licence());
  }

  private static LicenceView licence(Licence licence) {
    return new LicenceView(licence.code(), licence.label(), licence.uri());
  }

  StudyView view(Study study) {
    Content said = study.content();
    Reading reading = said.reading();
    StudyItem item = item(study);
    return new StudyView(
        item.uri(),
        item.id(),
        item.title(),
        item.producers(),
        item.kind(),
        item.scale(),
        item.status(),
        item.late(),
        item.date(),
        item.themes(),
        item.territories(),
        item.series(),
        item.licence(),
        item.citation(),
        item.created(),
        item.modified(),
        study.key().identifier(),
        said.abstractText(),
        said.authors(),
        date(said.dates().issued()),
        date(said.dates().expected()),
        period(said.dates().validity()),
        period(said.subjects().period()),
        said.subjects().sectors(),
        said.subjects().audiences(),
        said.subjects().concepts().stream().map(this::named).toList(),
        reading.languages(),
        reading.pages().stream().boxed().findFirst().orElse(null),
        orNull(reading.landingPage()),
        reading.documents().stream().map(StudyViews::document).toList(),
        reading.accessRights().id(),
        study.standing().visibility().id(),
        study.standing().qualification().id(),
        orNull(study.standing().reason()),
        item.origin(),
        shown(said.relations().replaces().stream()),
        shown(replacing(study)),
        shown(said.relations().follows().stream()),
        said.relations().indicators(),
        said.relations().datasets(),
        reading.aliases(),
        said.method(),
        said.note(),
        source(List.of(study)));
  }

  /** Studies that the reader does not see are not named either. */
  private List<String> shown(Stream<StudyId> ids) {
    return ids.filter(id -> catalogue.find(id).isPresent()).map(StudyId::value).toList();
  }

  private Stream<StudyId> replacing(Study study) {
    return catalogue.list().stream()
        .filter(each -> each.content().relations().replaces().contains(study.id()))
        .map(Study::id);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static StudyView.PeriodView period(Period period) {
    return new StudyView.PeriodView(date(period.start()), date(period.end()));
  }

  private static StudyView.DocumentView document(Document document) {
    return new StudyView.DocumentView(
        document.url(),
        document.title(),
        orNull(document.mediaType()),
        document.bytes().stream().boxed().findFirst().orElse(null),
        document.licence().map(StudyViews::licence).orElse(null));
  }

  private static StudyView.OriginView origin(RecordOrigin origin) {
    return new StudyView.OriginView(
        origin.kind().name().toLowerCase(Locale.ROOT),
        orNull(origin.source()),
        orNull(origin.identifier()),
        orNull(origin.uri()),
        origin.harvested().orElse(null));
  }

  StudyLists.SimilarView similar(Similar similar) {
    return new StudyLists.SimilarView(
        item(similar.study()),
        similar.score(),
        similar.reasons().stream()
            .map(reason ->
                new StudyLists.ReasonView(
                    reason.kind().name().toLowerCase(Locale.ROOT),
                    Math.round(reason.weight() * 100) / 100.0,
                    lang.equals("en") ? reason.en() : reason.fr()))
            .toList());
  }

  /** A study to come, and what is close to it. */
  StudyLists.OverlapView overlap(Study study, Likes close) {
    return new StudyLists.OverlapView(
        item(study), close.studies().stream().map(this::similar).toList(), close.contactPossible());
  }

  /** What has to be said of those studies wherever they go. */
  StudyLists.SourceView source(Collection<Study> studies) {
    Optional<Instant> modified =
        studies.stream().map(Study::modified).max(Comparator.naturalOrder());
    CombinedLicence combined =
        studies.isEmpty()
            ? CombinedLicence.of(instance.profile().licence())
            : CombinedLicence.of(studies.stream().map(this::licence).distinct().toList());
    Optional<Licence> licence = combined.whole();
    String publisher = instance.profile().publisher().name();
    String citation =
        "%s, %s%s, %s"
            .formatted(
                publisher,
                lang.equals("en") ? "study catalogue" : "catalogue des études",
                modified.map(at -> ", " + LocalDate.ofInstant(at, ZoneOffset.UTC)).orElse(""),
                licence.map(Licence::label).orElse(lang.equals("en") ? MIXED_EN : MIXED));
    return new StudyLists.SourceView(
        publisher, modified.orElse(null), licence.map(StudyViews::licence).orElse(null), citation);
  }
}
