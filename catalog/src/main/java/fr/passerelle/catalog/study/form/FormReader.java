package fr.passerelle.catalog.study.form;

import fr.passerelle.catalog.study.AccessRights;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Dates;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.Reading;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.Relations;
import fr.passerelle.catalog.study.Scale;
import fr.passerelle.catalog.study.Series;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyKey;
import fr.passerelle.catalog.study.StudyKind;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.Subjects;
import fr.passerelle.catalog.study.Visibility;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.Findings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads the written form of a study and says all that is wrong in it, each thing with its pointer.
 * Whether codes exist is not looked at here: that depends on what is published.
 *
 * @param themes scheme of a theme that is written without scheme
 * @param producerCode gives the code of a producer that may be written by its name
 */
public record FormReader(String themes, UnaryOperator<String> producerCode) {
  /** Names of all members. */
  public static final List<String> MEMBERS =
      List.of(
          "identifier",
          "title",
          "abstract",
          "producers",
          "authors",
          "kind",
          "scale",
          "status",
          "visibility",
          "themes",
          "territories",
          "periodStudied",
          "sectors",
          "audiences",
          "subjects",
          "series",
          "issued",
          "expected",
          "validity",
          "languages",
          "pages",
          "landingPage",
          "documents",
          "licence",
          "accessRights",
          "aliases",
          "replaces",
          "follows",
          "indicators",
          "datasets",
          "method",
          "note");

  /** In characters. */
  public static final int LONGEST_TITLE = 500;

  /** In characters: several pages. */
  public static final int LONGEST_ABSTRACT = 20_000;

  private static final int LONGEST_WORD = 200;
  private static final int LONGEST_IDENTIFIER = 200;
  private static final int MOST = 50;
  private static final int MOST_PAGES = 100_000;
  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z]+/[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]{0,100}");
  private static final Pattern ALIAS = Pattern.compile("/[^\\s<>\"{}|\\\\^`]{1,500}");

  /**
   * The study of a form; it is to be kept only if nothing was refused meanwhile.
   *
   * @return empty where it has no title or no producer, which is refused
   */
  public Optional<Draft> read(Map<String, Object> form, Findings findings) {
    return read(form, RecordOrigin.HERE, findings);
  }

  /** The same for a record that comes from there. */
  public Optional<Draft> read(Map<String, Object> form, RecordOrigin origin, Findings findings) {
    Fields fields = new Fields(form, "", findings);
    fields.refuseUnknown(MEMBERS);
    Optional<Content> content = content(fields);
    String identifier = fields.line("identifier", LONGEST_IDENTIFIER);
    Optional<StudyStatus> status = fields.optional("status", StudyStatus::find, StudyStatus.ids());
    Optional<Visibility> visibility =
        fields.optional("visibility", Visibility::find, Visibility.ids());
    return content.map(each ->
        new Draft(
            new StudyKey(
                each.producers().getFirst(), identifier.isEmpty() ? given(each) : identifier),
            each,
            status,
            visibility,
            origin));
  }

  /** The identifier of a study whose producer gives it none: its title and its year. */
  private static String given(Content content) {
    String year =
        content
            .dates()
            .issued()
            .or(() -> content.dates().expected())
            .map(date -> "-" + date.year())
            .orElse("");
    return Identifiers.of(content.title()) + year;
  }

  private Optional<Content> content(Fields fields) {
    String title = fields.line("title", LONGEST_TITLE);
    if (title.isEmpty()) {
      fields.refuse("title", "required", "le titre manque");
    }
    List<String> producers = producers(fields);
    StudyKind kind = fields.word("kind", StudyKind::find, StudyKind.ids(), StudyKind.REPORT);
    Scale scale = fields.word("scale", Scale::find, Scale.ids(), Scale.REGIONAL);
    String text = fields.text("abstract", LONGEST_ABSTRACT);
    List<String> authors = fields.lines("authors", MOST, LONGEST_WORD);
    Subjects subjects = subjects(fields);
    Series series = series(fields);
    Dates dates =
        new Dates(fields.date("issued"), fields.date("expected"), fields.period("validity"));
    Reading reading = reading(fields);
    Relations relations = relations(fields);
    String method = fields.text("method", LONGEST_ABSTRACT);
    String note = fields.text("note", LONGEST_ABSTRACT);
    if (title.isEmpty() || producers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Content(
            title, text, producers, authors, kind, scale, subjects, series, dates, reading,
            relations, method, note));
  }

  private List<String> producers(Fields fields) {
    Set<String> codes = new LinkedHashSet<>();
    fields
        .lines("producers", MOST, LONGEST_WORD)
        .forEach(each -> codes.add(producerCode.apply(each)));
    if (codes.isEmpty()) {
      fields.refuse("producers", "required", "le producteur manque");
    }
    return List.copyOf(codes);
  }

  private Subjects subjects(Fields fields) {
    return new Subjects(
        fields.each("themes", MOST, "code", "un code de thème, ou schéma/code", this::theme),
        fields.each(
            "territories",
            MOST,
            "code",
            "WORLD, EUROPE, FRANCE, R et le code d'une région (R93), D et celui d'un département"
                + " (D13), un zonage et le code d'une zone (EPCI-200054807), ou COM-13055",
            Territory::parse),
        fields.period("periodStudied"),
        fields.lines("sectors", MOST, LONGEST_WORD),
        fields.lines("audiences", MOST, LONGEST_WORD),
        fields.each(
            "subjects",
            MOST,
            "code",
            "écrire schéma/code, par exemple rome-4/M1805",
            FormReader::ref));
  }

  private Optional<ConceptRef> theme(String text) {
    return ref(text.indexOf('/') < 0 ? themes + "/" + text : text);
  }

  private static Optional<ConceptRef> ref(String text) {
    int slash = text.indexOf('/');
    return slash > 0 && ConceptRef.isCode(text.substring(slash + 1)) && text.length() < LONGEST_WORD
        ? Optional.of(new ConceptRef(text.substring(0, slash), text.substring(slash + 1)))
        : Optional.empty();
  }

  private static Series series(Fields fields) {
    return fields
        .object("series")
        .map(each -> {
          each.refuseUnknown(List.of("title", "number"));
          return new Series(each.line("title", LONGEST_TITLE), each.line("number", LONGEST_WORD));
        })
        .orElse(Series.NONE);
  }

  private static Reading reading(Fields fields) {
    List<String> languages =
        fields.each(
            "languages",
            MOST,
            "language",
            "une langue s'écrit comme BCP 47 : fr, en",
            text -> Optional.of(text).filter(tag -> LANGUAGE.matcher(tag).matches()));
    OptionalInt pages =
        fields.number("pages", MOST_PAGES).stream().mapToInt(Math::toIntExact).findFirst();
    return new Reading(
        languages.isEmpty() ? List.of("fr") : languages,
        pages,
        fields.url("landingPage"),
        documents(fields),
        licence(fields),
        fields.word("accessRights", AccessRights::find, AccessRights.ids(), AccessRights.PUBLIC),
        fields.each(
            "aliases", MOST, "alias", "un chemin (/etudes/12) ou une adresse", FormReader::alias));
  }

  private static Optional<String> alias(String text) {
    return text.startsWith("/")
        ? Optional.of(text).filter(path -> ALIAS.matcher(path).matches())
        : PublicUrl.parse(text);
  }

  private static Optional<Licence> licence(Fields fields) {
    return fields.optional("licence", Licence::find, Licence.codes());
  }

  private static List<Document> documents(Fields fields) {
    List<Document> documents = new ArrayList<>();
    for (Fields each : fields.objects("documents", MOST)) {
      each.refuseUnknown(List.of("url", "title", "mediaType", "bytes", "licence"));
      String type = each.line("mediaType", LONGEST_WORD);
      if (!type.isEmpty() && !MEDIA_TYPE.matcher(type).matches()) {
        each.refuse("mediaType", "media-type", "un type IANA, par exemple application/pdf");
      }
      if (!each.has("url")) {
        each.refuse("url", "required", "l'adresse du document manque");
      }
      Document document =
          new Document(
              each.url("url"),
              each.line("title", LONGEST_TITLE),
              type,
              each.number("bytes", Long.MAX_VALUE >> 16),
              licence(each));
      if (!document.url().isEmpty()) {
        documents.add(document);
      }
    }
    return documents;
  }

  private static Relations relations(Fields fields) {
    String expected = "l'identifiant d'une étude d'ici, dix lettres et chiffres";
    return new Relations(
        fields.each("replaces", MOST, "study", expected, StudyId::parse),
        fields.each("follows", MOST, "study", expected, StudyId::parse),
        fields.lines("indicators", MOST, LONGEST_WORD),
        fields.each("datasets", MOST, "url", "une adresse publique", PublicUrl::parse));
  }
}
