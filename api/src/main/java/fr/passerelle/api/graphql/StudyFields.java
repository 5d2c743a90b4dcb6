package fr.passerelle.api.graphql;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.api.study.FoundStudy;
import fr.passerelle.api.study.References;
import fr.passerelle.catalog.citation.CitationFormat;
import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Citations;
import fr.passerelle.catalog.studies.Entry;
import fr.passerelle.catalog.studies.Likes;
import fr.passerelle.catalog.studies.PublishedSeries;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Period;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.Series;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.catalog.study.search.Similar;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Licence;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A study and what goes with it. */
final class StudyFields {
  private static final int MOST_SIMILAR = 20;

  private StudyFields() {}

  /** A producer that a study names, known here or not any more. */
  record Named(String code, Optional<Producer> producer) {}

  /** A study to come and those close to it. */
  private record Overlap(Study study, Likes likes) {}

  static List<Fields<?>> all() {
    return List.of(
        study(),
        producer(),
        Fields.of("StudyDate", PartialDate.class)
            .part("value", PartialDate::exact)
            .part("precision", PartialDate::precision)
            .part("approximate", PartialDate::approximate),
        Fields.of("StudyPeriod", Period.class)
            .part("start", each -> each.start().orElse(null))
            .part("end", each -> each.end().orElse(null)),
        Fields.of("StudySeries", Series.class)
            .part("key", Series::key)
            .part("title", Series::title)
            .part("number", Series::number),
        Fields.of("Series", PublishedSeries.class)
            .part("id", each -> NodeId.of(NodeId.Kind.SERIES, each.key()))
            .part("key", PublishedSeries::key)
            .field("uri", (each, call) -> names(call).series(each.key()))
            .part("title", PublishedSeries::title)
            .part("producers", PublishedSeries::producers)
            .part("studyCount", PublishedSeries::studies),
        Fields.of("StudyDocument", Document.class)
            .part("url", Document::url)
            .part("title", each -> orNull(each.title()))
            .part("mediaType", each -> orNull(each.mediaType()))
            .part(
                "bytes",
                each -> each.bytes().isPresent() ? (double) each.bytes().getAsLong() : null)
            .part("licence", each -> each.licence().orElse(null)),
        origin(),
        event(),
        Fields.of("SimilarStudies", Likes.class)
            .part("studies", Likes::studies)
            .part("contactPossible", Likes::contactPossible),
        Fields.of("SimilarStudy", Similar.class)
            .part("study", Similar::study)
            .part("score", Similar::score)
            .part("reasons", Similar::reasons),
        Fields.of("SimilarityReason", Similar.Reason.class)
            .part("kind", Similar.Reason::kind)
            .part("weight", Similar.Reason::weight)
            .field("text", (each, call) -> call.lang().equals("en") ? each.en() : each.fr()),
        Fields.of("StudyOverlap", Overlap.class)
            .part("study", Overlap::study)
            .part("similar", Overlap::likes));
  }

  private static Fields<?> study() {
    return Fields.of("Study", Study.class)
        .part("id", each -> each.id().value())
        .field("uri", (each, call) -> names(call).study(each.id()))
        .part("identifier", each -> each.key().identifier())
        .part("title", Study::title)
        .part("abstract", each -> orNull(each.content().abstractText()))
        .field("producers", (each, call) -> producers(each, call))
        .part("authors", each -> each.content().authors())
        .field("reuses", (each, call) -> ProgrammeFields.reuses(each, call))
        .part("kind", each -> each.content().kind())
        .part("scale", each -> each.content().scale())
        .part("status", Study::status)
        .field("late", (each, call) -> each.isLate(today()))
        .part("date", each -> each.date().orElse(null))
        .part("issued", each -> each.content().dates().issued().orElse(null))
        .part("expected", each -> each.content().dates().expected().orElse(null))
        .part("validity", each -> each.content().dates().validity())
        .part("periodStudied", each -> each.content().subjects().period())
        .field("themes", (each, call) -> concepts(each.themes(), call))
        .part("territories", Study::territories)
        .part("sectors", each -> each.content().subjects().sectors())
        .part("audiences", each -> each.content().subjects().audiences())
        .field("subjects", (each, call) -> concepts(each.content().subjects().concepts(), call))
        .part("series", each -> each.content().series().isEmpty() ? null : each.content().series())
        .part("languages", each -> each.content().reading().languages())
        .part(
            "pages",
            each -> each.content().reading().pages().stream().boxed().findFirst().orElse(null))
        .part("landingPage", each -> orNull(each.content().reading().landingPage()))
        .part("documents", each -> each.content().reading().documents())
        .part("accessRights", each -> each.content().reading().accessRights())
        .field("licence", (each, call) -> licence(each, call))
        .part("visibility", each -> each.standing().visibility())
        .part("qualification", each -> each.standing().qualification())
        .part("reason", each -> orNull(each.standing().reason()))
        .part("origin", Study::origin)
        .field("replaces", (each, call) -> seen(each.content().relations().replaces(), call))
        .field("follows", (each, call) -> seen(each.content().relations().follows(), call))
        .part("indicators", each -> each.content().relations().indicators())
        .field("usedIndicators", IndicatorFields::used)
        .part("datasets", each -> each.content().relations().datasets())
        .part("aliases", each -> each.content().reading().aliases())
        .part("method", each -> orNull(each.content().method()))
        .part("note", each -> orNull(each.content().note()))
        .part("created", each -> each.created().toString())
        .part("modified", each -> each.modified().toString())
        .field("citation", (each, call) -> citation(each, call))
        .field("history", (each, call) -> catalogue(call).history(each.id()))
        .field("similar", (each, call) -> catalogue(call).similar(each, MOST_SIMILAR));
  }

  private static Fields<?> producer() {
    return Fields.of("Producer", Named.class)
        .part("id", each -> NodeId.of(NodeId.Kind.PRODUCER, each.code()))
        .part("code", Named::code)
        .field("uri", (each, call) -> names(call).producer(each.code()))
        .field(
            "name",
            (each, call) -> each.producer().map(it -> it.name(call.lang())).orElse(each.code()))
        .part("kind", each -> each.producer().map(it -> it.kind().id()).orElse(null))
        .part(
            "homepage",
            each ->
                each.producer()
                    .flatMap(it -> Optional.ofNullable(orNull(it.homepage())))
                    .orElse(null))
        .part(
            "validFrom",
            each ->
                each.producer().flatMap(Producer::validFrom).map(LocalDate::toString).orElse(null))
        .part(
            "validUntil",
            each ->
                each.producer().flatMap(Producer::validUntil).map(LocalDate::toString).orElse(null))
        .part("successors", each -> each.producer().map(Producer::successors).orElse(List.of()));
  }

  private static Fields<?> origin() {
    return Fields.of("StudyOrigin", RecordOrigin.class)
        .part("kind", RecordOrigin::kind)
        .part("source", each -> orNull(each.source()))
        .part("identifier", each -> orNull(each.identifier()))
        .part("uri", each -> orNull(each.uri()))
        .part("harvested", each -> each.harvested().map(Object::toString).orElse(null));
  }

  private static Fields<?> event() {
    return Fields.of("StudyEvent", Entry.class)
        .part("sequence", each -> (double) each.sequence())
        .part("kind", Entry::kind)
        .part("at", each -> each.at().toString())
        .part("by", each -> each.by().author())
        .part("status", each -> each.standing().status())
        .part("reason", each -> orNull(each.reason()))
        .part("changed", Entry::changed);
  }

  /** On one line, or in the format asked for. */
  private static String citation(Study study, Call call) {
    @Nullable CitationFormat format = call.choice(CitationFormat.class, "format");
    if (format == null) {
      return Citations.of(study, catalogue(call).producers(), call.lang());
    }
    References references =
        new References(catalogue(call), call.view().snapshot(), names(call), call.lang());
    return format.write(List.of(references.of(study)));
  }

  static CatalogueView catalogue(Call call) {
    return call.view().desk().catalogue();
  }

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static StudyNames names(Call call) {
    return new StudyNames(call.view().uris());
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static List<Named> producers(Study study, Call call) {
    return study.content().producers().stream()
        .map(code -> new Named(code, catalogue(call).producers().find(code)))
        .toList();
  }

  /** Those that are still published. */
  private static List<Concept> concepts(List<ConceptRef> refs, Call call) {
    return call.view().concepts(refs);
  }

  private static List<Study> seen(List<StudyId> ids, Call call) {
    return ids.stream().flatMap(id -> catalogue(call).find(id).stream()).toList();
  }

  private static Licence licence(Study study, Call call) {
    return study.content().reading().licence().orElse(call.view().desk().profile().licence());
  }

  static Object one(Call call) {
    return FoundStudy.of(catalogue(call), call.text("id"));
  }

  static Object producers(Call call) {
    return catalogue(call).producers().list().stream()
        .map(each -> new Named(each.code(), Optional.of(each)))
        .toList();
  }

  /** The producer of that code, if there is one. */
  static Optional<Named> producer(Call call, String code) {
    return catalogue(call).producers().find(code).map(each -> new Named(code, Optional.of(each)));
  }

  static Object producer(Call call) {
    String code = call.text("code");
    return producer(call, code)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNKNOWN_CODE, "Aucun producteur %s.".formatted(Text.quoted(code))));
  }

  static Object overlaps(Call call) {
    call.view().desk().requireKey();
    return catalogue(call).overlaps().entrySet().stream()
        .map(each -> new Overlap(each.getKey(), each.getValue()))
        .toList();
  }
}
