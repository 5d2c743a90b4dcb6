package fr.passerelle.catalog.study.journal;

import fr.passerelle.catalog.json.JsonText;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Qualification;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.Sight;
import fr.passerelle.catalog.study.Standing;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.Visibility;
import fr.passerelle.catalog.study.form.FormReader;
import fr.passerelle.catalog.study.form.FormWriter;
import fr.passerelle.vocab.source.Findings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The state of a study that an event holds, in its written form: read in full only where it is the
 * last of its study.
 */
public final class Body {
  private static final String STANDING = "standing";
  private static final String ORIGIN = "origin";
  private static final String AUTHORS = "authors";
  private static final FormReader READER = new FormReader("themes", UnaryOperator.identity());

  private final Map<String, Object> form;

  private Body(Map<String, Object> form) {
    this.form = form;
  }

  /** The body of a state. */
  public static Body of(Content content, Standing standing, RecordOrigin origin) {
    Map<String, Object> form = FormWriter.of(content);
    Map<String, Object> stands = new LinkedHashMap<>();
    stands.put("status", standing.status().id());
    stands.put("visibility", standing.visibility().id());
    stands.put("qualification", standing.qualification().id());
    stands.put("reason", standing.reason());
    form.put(STANDING, stands);
    if (!origin.equals(RecordOrigin.HERE)) {
      Map<String, Object> from = new LinkedHashMap<>();
      from.put("kind", origin.kind().name());
      from.put("source", origin.source());
      from.put("identifier", origin.identifier());
      from.put("uri", origin.uri());
      origin.harvested().ifPresent(at -> from.put("harvested", at.toString()));
      form.put(ORIGIN, from);
    }
    return new Body(form);
  }

  /** What {@link #json()} wrote. */
  static Body parse(String json) {
    return new Body(JsonText.read(json));
  }

  /** JSON text. */
  String json() {
    return JsonText.write(form);
  }

  /** What its producer says; empty if it cannot be read any more. */
  public Optional<Content> content() {
    Map<String, Object> said = new LinkedHashMap<>(form);
    said.keySet().removeAll(List.of(STANDING, ORIGIN));
    // Bounds may have become narrower since: what was accepted then is shown as it is.
    return READER.read(said, new Findings()).map(draft -> draft.content());
  }

  /** Where it stands. */
  public Standing standing() {
    return new Standing(
        StudyStatus.find(text(STANDING, "status")).orElse(StudyStatus.PUBLISHED),
        Visibility.find(text(STANDING, "visibility")).orElse(Visibility.PRODUCER),
        Qualification.find(text(STANDING, "qualification")).orElse(Qualification.SUBMITTED),
        text(STANDING, "reason"));
  }

  /** Where its record comes from. */
  public RecordOrigin origin() {
    return form.containsKey(ORIGIN)
        ? new RecordOrigin(
            RecordOrigin.Kind.valueOf(text(ORIGIN, "kind")),
            text(ORIGIN, "source"),
            text(ORIGIN, "identifier"),
            text(ORIGIN, "uri"),
            Optional.of(text(ORIGIN, "harvested")).filter(at -> !at.isEmpty()).map(Instant::parse))
        : RecordOrigin.HERE;
  }

  /** The same without those authors; the same one where it has none of them. */
  Body without(Predicate<String> erased) {
    if (!(form.get(AUTHORS) instanceof List<?> authors)
        || authors.stream().map(String::valueOf).noneMatch(erased)) {
      return this;
    }
    Map<String, Object> other = new LinkedHashMap<>(form);
    List<?> kept = authors.stream().filter(each -> !erased.test(String.valueOf(each))).toList();
    if (kept.isEmpty()) {
      other.remove(AUTHORS);
    } else {
      other.put(AUTHORS, kept);
    }
    return new Body(other);
  }

  /** Who sees what stands so. */
  public Sight sight() {
    return Sight.of(standing(), producers());
  }

  /** Codes of its producers. */
  public List<String> producers() {
    return list("producers");
  }

  /** Codes of its themes, without their scheme. */
  public List<String> themes() {
    return list("themes").stream()
        .map(each -> each.substring(each.indexOf('/') + 1).intern())
        .toList();
  }

  private List<String> list(String name) {
    return form.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private String text(String object, String name) {
    return form.get(object) instanceof Map<?, ?> map && map.get(name) != null
        ? String.valueOf(map.get(name))
        : "";
  }

  /** Names of the members in which two bodies differ, in alphabetical order. */
  public List<String> differences(Body other) {
    TreeSet<String> names = new TreeSet<>();
    names.addAll(form.keySet());
    names.addAll(other.form.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(form.get(name), other.form.get(name)))
        .toList();
  }
}
