package fr.passerelle.catalog.study.notice;

import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.source.Findings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * A record from elsewhere while it becomes the form of a study: what each field says is put in its
 * member, with the place it came from. What a form refuses is left to it.
 */
public final class Notice {
  private static final Pattern FILE =
      Pattern.compile(".*\\.(pdf|docx?|odt|xlsx?|ods|csv|pptx?|odp|zip|epub)([?#].*)?");
  private static final Pattern DOI =
      Pattern.compile("(?:doi:\\s*|https?://(?:dx\\.)?doi\\.org/)?(10\\.\\d{4,9}/\\S+)");
  private static final Pattern PAGES = Pattern.compile("(\\d{1,5})\\s*(?:p\\b|pages?\\b|f\\.).*");

  private static final Pattern HTML =
      Pattern.compile("</?[a-zA-Z][^<>]{0,200}>|&(#\\d{1,7}|[a-z]{2,8});");

  private final String place;
  private final Map<String, Object> form = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Set<String> publishers = new LinkedHashSet<>();
  private final List<String> keywords = new ArrayList<>();
  private final Set<ConceptRef> concepts = new LinkedHashSet<>();
  private final List<String> remarks = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /**
   * @param place where the record is, for messages: {@code file:line}, {@code file:notice 12}
   */
  public Notice(String place) {
    this.place = place;
  }

  /** A text of one member, unless another field has given it. */
  public void text(String member, String value, String field) {
    String text = value.strip();
    if (!text.isEmpty() && form.putIfAbsent(member, text) == null) {
      places.put(member, field);
    }
  }

  /** One more element of a list. */
  public void element(String member, String value, String field) {
    String text = value.strip();
    if (!text.isEmpty()) {
      list(member).add(text);
      places.putIfAbsent(member, field);
    }
  }

  @SuppressWarnings("unchecked") // made here only
  private List<Object> list(String member) {
    return (List<Object>) form.computeIfAbsent(member, name -> new ArrayList<>());
  }

  /** Whether a member was given. */
  public boolean has(String member) {
    return form.containsKey(member);
  }

  /** One more identifier or address by which what it describes is known. */
  public void known(String name) {
    if (!name.isBlank()) {
      names.add(name.strip());
    }
  }

  /** Identifiers and addresses that no member tells. */
  public Set<String> names() {
    return Set.copyOf(names);
  }

  /** A complement of the title. */
  public void subtitle(String value) {
    if (form.get("title") instanceof String title && !value.isBlank()) {
      form.put("title", title + " : " + value.strip());
    }
  }

  /** More of a text that may be told in several fields. */
  public void paragraph(String member, String value, String field) {
    String text = value.strip();
    if (!text.isEmpty()) {
      form.merge(member, text, (before, more) -> before + "\n" + more);
      places.putIfAbsent(member, field);
    }
  }

  /** A date of one member. */
  public void date(String member, String value, String field) {
    text(member, NoticeDate.of(value), field);
  }

  /** A language, by tag, code or name. */
  public void language(String value, String field) {
    element("languages", NoticeLanguage.of(value), field);
  }

  /** Who publishes it: its producer, if it is one that is known. */
  public void publisher(String value, String field) {
    if (!value.isBlank() && publishers.add(value.strip())) {
      places.putIfAbsent("producers", field);
    }
  }

  /** A word of its subject: a theme where it is the name of one, else told in the note. */
  public void keyword(String value) {
    if (!value.isBlank() && !keywords.contains(value.strip())) {
      keywords.add(value.strip());
    }
  }

  /** A code of a vocabulary: a subject where that is published here, else told in the note. */
  public void concept(ConceptRef ref, String field) {
    concepts.add(ref);
    places.putIfAbsent("subjects", field);
  }

  /** Something that has no member of its own. */
  public void remark(String value) {
    if (!value.isBlank()) {
      remarks.add(value.strip());
    }
  }

  /** A small object of one member. */
  public void object(String member, Map<String, String> members, String field) {
    if (form.putIfAbsent(member, members) == null) {
      places.put(member, field);
    }
  }

  /** Its series. */
  public void series(String title, String number, String field) {
    if (!title.isBlank() || !number.isBlank()) {
      form.putIfAbsent("series", Map.of("title", title.strip(), "number", number.strip()));
      places.putIfAbsent("series", field);
    }
  }

  /** How long it is, where the text begins with a number of pages. */
  public void pages(String value, String field) {
    Matcher matcher = PAGES.matcher(value.strip());
    if (matcher.matches() || value.strip().matches("\\d{1,5}")) {
      text("pages", value.strip().replaceFirst("\\D.*", ""), field);
    }
  }

  /** An address: that of a file, or of the page of the study where it has none yet. */
  public void url(String value, String field) {
    String url = value.strip();
    if (url.isEmpty()) {
      return;
    }
    if (!has("landingPage") && !FILE.matcher(url.toLowerCase(Locale.ROOT)).matches()) {
      text("landingPage", url, field);
    } else if (!url.equals(form.get("landingPage"))) {
      document(Map.of("url", url), field);
    }
  }

  /** A file, by members of its own. */
  public void document(Map<String, String> members, String field) {
    if (String.valueOf(form.get("landingPage")).equals(members.get("url"))) {
      return;
    }
    List<Object> documents = list("documents");
    boolean known =
        documents.stream()
            .anyMatch(each ->
                each instanceof Map<?, ?> other
                    && members.get("url") != null
                    && members.get("url").equals(other.get("url")));
    if (!known) {
      documents.add(members);
      places.putIfAbsent("documents", field);
    }
  }

  /** A digital object identifier, however written; nothing where it is none. */
  public void doi(String value, String field) {
    Matcher matcher = DOI.matcher(value.strip());
    if (matcher.matches()) {
      text("landingPage", "https://doi.org/" + matcher.group(1), field);
    }
  }

  /** Whether a text is a digital object identifier. */
  public static boolean isDoi(String value) {
    return DOI.matcher(value.strip()).matches();
  }

  /**
   * The form of it.
   *
   * @param identifier its identifier in its source; empty to be that of the form
   * @param uri its address there; empty if it has none
   * @param at when it was taken from there
   * @param findings where to say what was mended
   */
  public Submission submission(
      Provenance from, String identifier, String uri, Instant at, Findings findings) {
    organisations(from);
    List<String> producers = from.producers(publishers);
    if (!producers.isEmpty()) {
      form.put("producers", producers);
    }
    number(producers);
    List<String> loose = themes(from);
    for (ConceptRef each : concepts) {
      if (from.concepts().test(each)) {
        list("subjects").add(each.toString());
      } else {
        loose.add(each.toString());
      }
    }
    if (!loose.isEmpty()) {
      remarks.add("Mots-clés : " + String.join(", ", loose));
    }
    remarks.forEach(each -> paragraph("note", each, place));
    plain("abstract", findings);
    plain("note", findings);
    String named =
        identifier.isEmpty() ? String.valueOf(form.getOrDefault("identifier", "")) : identifier;
    return new Submission(
        form,
        this::place,
        new RecordOrigin(from.kind(), from.source(), named, uri, Optional.of(at)));
  }

  /** Authors that are producers here are no persons: they made it as producers. */
  private void organisations(Provenance from) {
    if (form.containsKey("authors")) {
      List<Object> authors = list("authors");
      authors.stream()
          .map(String::valueOf)
          .filter(from::knows)
          .forEach(each -> publisher(each, places.getOrDefault("authors", place)));
      authors.removeIf(each -> from.knows(String.valueOf(each)));
    }
  }

  /** A bare number names a record in one library only: the producer goes before it. */
  private void number(List<String> producers) {
    if (form.get("identifier") instanceof String bare
        && bare.matches("\\d+")
        && !producers.isEmpty()) {
      form.put("identifier", producers.getFirst() + "-" + bare);
    }
  }

  /** Editors of records write these texts in HTML; the text of it is kept. */
  private void plain(String member, Findings findings) {
    if (form.get(member) instanceof String text && HTML.matcher(text).find()) {
      form.put(member, Jsoup.parse(text.replace("\n", "<br>")).wholeText().strip());
      findings.repaired("balisage HTML retiré d'un texte", places.getOrDefault(member, place));
    }
  }

  private List<String> themes(Provenance from) {
    List<String> loose = new ArrayList<>();
    for (String each : keywords) {
      from.theme(each)
          .ifPresentOrElse(
              theme -> {
                if (!list("themes").contains(theme)) {
                  list("themes").add(theme);
                }
              },
              () -> loose.add(each));
    }
    return loose;
  }

  private String place(String pointer) {
    String[] parts = pointer.split("/", 3);
    return parts.length > 1 ? places.getOrDefault(parts[1], place) : place;
  }
}
