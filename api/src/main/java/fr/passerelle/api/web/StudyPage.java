package fr.passerelle.api.web;

import fr.passerelle.api.Instance;
import fr.passerelle.api.study.StudyAddress;
import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.catalog.citation.CitationFormat;
import fr.passerelle.catalog.studies.Citations;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.Series;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.search.Similar;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Licence;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of a study.
 *
 * @param t words of the page
 * @param study the study
 * @param labels what its codes stand for, and the catalogue as the reader sees it
 * @param instance this installation
 * @param today the day, on which it depends whether it is late
 * @param head what its head says to machines
 */
record StudyPage(
    Texts t, Study study, StudyLabels labels, Instance instance, LocalDate today, StudyHead head) {
  static final String PATH = "/doc/study/";
  private static final int MOST_SIMILAR = 5;

  /**
   * A fact of the study.
   *
   * @param name what it is
   * @param values its values, each with the page it leads to
   */
  record Fact(String name, List<Value> values) {}

  /**
   * A value of a fact.
   *
   * @param text the value
   * @param path where it leads; empty if nowhere
   */
  record Value(String text, String path) {
    static Value of(String text) {
      return new Value(text, "");
    }
  }

  /**
   * Another study.
   *
   * @param path its page
   * @param title its title
   * @param note what joins both
   */
  record Other(String path, String title, String note) {}

  static String path(StudyId id) {
    return PATH + id;
  }

  Content said() {
    return study.content();
  }

  /** Language of its words where it is not that of the page. */
  @Nullable String lang() {
    return lang(study, t);
  }

  static @Nullable String lang(Study study, Texts t) {
    List<String> languages = study.content().reading().languages();
    return t.other(languages.isEmpty() ? "fr" : languages.getFirst());
  }

  String kind() {
    return t.get("study.kind." + said().kind().id());
  }

  boolean late() {
    return study.isLate(today);
  }

  /** What a reader has to know first; empty where there is nothing. */
  String warning() {
    String expected = said().dates().expected().map(t::date).orElse("");
    if (late()) {
      return t.get("study.late.note", expected);
    }
    String key = "study.note." + study.status().id();
    if (!t.has(key)) {
      return "";
    }
    return study.status().isComing() && !expected.isEmpty()
        ? t.get(key) + " " + t.get("study.note.expected", expected)
        : t.get(key);
  }

  /** Why it was withdrawn, where that was said. */
  String reason() {
    return study.status() == StudyStatus.WITHDRAWN ? study.standing().reason() : "";
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    add(facts, "producers", said().producers().stream().map(this::producer));
    add(facts, "authors", said().authors().stream().map(Value::of));
    add(facts, "issued", said().dates().issued().stream().map(date -> Value.of(t.date(date))));
    if (study.status().isComing()) {
      add(
          facts,
          "expected",
          said().dates().expected().stream().map(date -> Value.of(t.date(date))));
    }
    add(facts, "series", series());
    add(facts, "themes", study.themes().stream().map(ref -> listed("theme", ref)));
    add(
        facts,
        "territories",
        study.territories().stream()
            .map(each ->
                new Value(
                    labels.catalogue().territories().name(each),
                    StudyAddress.path("territory", each.toString()))));
    add(facts, "period", t.period(said().subjects().period()).stream().map(Value::of));
    add(facts, "subjects", said().subjects().concepts().stream().map(this::concept));
    add(facts, "sectors", said().subjects().sectors().stream().map(Value::of));
    add(facts, "audiences", said().subjects().audiences().stream().map(Value::of));
    add(facts, "scale", Stream.of(Value.of(t.get("study.scale." + said().scale().id()))));
    add(facts, "validity", t.period(said().dates().validity()).stream().map(Value::of));
    add(facts, "languages", said().reading().languages().stream().map(t::language).map(Value::of));
    add(facts, "pages", said().reading().pages().stream().mapToObj(t::number).map(Value::of));
    add(
        facts,
        "access",
        Stream.of(Value.of(t.get("study.access." + said().reading().accessRights().id()))));
    return facts;
  }

  private void add(List<Fact> facts, String name, Stream<Value> values) {
    List<Value> all = values.toList();
    if (!all.isEmpty()) {
      facts.add(new Fact(t.get("study." + name), all));
    }
  }

  private Value producer(String code) {
    return new Value(
        labels.catalogue().producers().name(code, t.lang()), StudyAddress.path("producer", code));
  }

  private Stream<Value> series() {
    Series series = said().series();
    if (series.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        new Value(
            t.issue(series),
            series.key().isEmpty() ? "" : StudyAddress.path("series", series.key())));
  }

  private Value listed(String filter, ConceptRef ref) {
    return new Value(labels.of(ref), StudyAddress.path(filter, ref.code()));
  }

  private Value concept(ConceptRef ref) {
    boolean published = labels.snapshot().find(ref).isPresent();
    return published
        ? new Value(labels.of(ref) + " (" + ref.code() + ")", Anchor.path(ref))
        : Value.of(ref.toString());
  }

  /** Persistent name. */
  String uri() {
    return new StudyNames(instance.uris()).study(study.id());
  }

  /** Path that leads to a document. */
  String path(int index) {
    return path(study.id()) + "/documents/" + (index + 1);
  }

  /** What a document is called: its title, or the name of its file. */
  String name(Document document) {
    if (!document.title().isEmpty()) {
      return document.title();
    }
    String path = document.url().replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.isEmpty() ? document.url() : file;
  }

  /** Type, size and licence of a document, as far as they are known. */
  String details(Document document) {
    List<String> parts = new ArrayList<>();
    if (!document.mediaType().isEmpty()) {
      parts.add(
          document.mediaType().equals("application/pdf")
              ? "PDF"
              : document.mediaType().toLowerCase(Locale.ROOT));
    }
    document.bytes().ifPresent(bytes -> parts.add(t.size(bytes)));
    document.licence().map(Licence::label).ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  /** Studies that it has to do with, those that the reader sees. */
  List<Other> related() {
    Stream<Other> newer =
        labels.catalogue().list().stream()
            .filter(each -> each.content().relations().replaces().contains(study.id()))
            .map(each -> other(each, t.get("study.isReplacedBy")));
    Stream<Other> older = others(said().relations().replaces(), t.get("study.replaces"));
    Stream<Other> before = others(said().relations().follows(), t.get("study.follows"));
    return Stream.of(newer, older, before).flatMap(each -> each).toList();
  }

  private Stream<Other> others(List<StudyId> ids, String note) {
    return ids.stream()
        .flatMap(id -> labels.catalogue().find(id).stream())
        .map(each -> other(each, note));
  }

  private static Other other(Study study, String note) {
    return new Other(path(study.id()), study.title(), note);
  }

  List<Other> similar() {
    return labels.catalogue().similar(study, MOST_SIMILAR).studies().stream()
        .map(each -> other(each.study(), reasons(each)))
        .toList();
  }

  private String reasons(Similar similar) {
    return String.join(
        " ; ",
        similar.reasons().stream()
            .map(reason -> t.lang().equals("en") ? reason.en() : reason.fr())
            .toList());
  }

  String citation() {
    return Citations.of(study, labels.catalogue().producers(), t.lang());
  }

  CitationFormat[] formats() {
    return CitationFormat.values();
  }

  String rest() {
    return "/api/v1/studies/" + study.id();
  }

  /** Licence of the record. */
  Licence licence() {
    return said().reading().licence().orElse(instance.profile().licence());
  }

  LocalDate modified() {
    return LocalDate.ofInstant(study.modified(), ZoneOffset.UTC);
  }

  /** Where its record comes from; empty for one that was written here. */
  Optional<RecordOrigin> origin() {
    return Optional.of(study.origin()).filter(each -> each.kind() != RecordOrigin.Kind.HERE);
  }
}
