package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.Since;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.Change;
import fr.passerelle.vocab.service.ConceptChange;
import fr.passerelle.vocab.service.Followed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of releases and of changes, the same for vocabularies and correspondences. */
@Singleton
final class ChangePages {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;
  private final Vocabularies vocabularies;
  private final Since since;

  ChangePages(
      Answers answers, Instance instance, Cursors cursors, Vocabularies vocabularies, Since since) {
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
    this.vocabularies = vocabularies;
    this.since = since;
  }

  /**
   * What a page of changes is asked with, as given.
   *
   * @param what {@code concept} or {@code pair}; null for both
   * @param kind kind of change; null for all
   */
  record Asked(
      @Nullable String what,
      @Nullable String kind,
      @Nullable String limit,
      @Nullable String cursor,
      @Nullable String lang) {}

  /** The releases of what that identifier names. */
  HttpResponse<byte[]> releases(
      HttpRequest<?> request, String id, @Nullable String limit, @Nullable String cursor) {
    String list = Filters.list(request);
    int size = Filters.limit(limit);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    return answers.json(
        request,
        "",
        snapshot -> {
          Followed followed = Lookup.followed(snapshot, id);
          List<StoredRelease> all = vocabularies.releases(followed.edition());
          List<String> names = all.stream().map(StoredRelease::release).toList();
          int start = after.isEmpty() ? 0 : 1 + names.indexOf(after);
          int end = Math.min(all.size(), start + size);
          String next = end < all.size() ? cursors.sign(list, names.get(end - 1)) : null;
          String before = start > size ? names.get(start - size - 1) : start > 0 ? "" : null;
          List<ReleaseView> items =
              all.subList(start, end).stream()
                  .map(row -> ReleaseView.of(instance.uris(), followed, row, all))
                  .toList();
          return Answers.Content.of(
                  new ReleaseView.Listed(
                      items, all.size(), next, SourceView.of(followed.release())))
              .from(followed.release())
              .paged(request, next, Slice.previous(cursors, list, before));
        });
  }

  /** What changed since a release or a date. */
  HttpResponse<byte[]> since(
      HttpRequest<?> request, String id, @Nullable String from, Asked asked) {
    Followed followed = Lookup.followed(vocabularies.snapshot(), id);
    return page(request, id, since.since(followed.edition(), given("since", from)), asked);
  }

  /** What differs from one release to another. */
  HttpResponse<byte[]> between(
      HttpRequest<?> request, String id, @Nullable String from, @Nullable String to, Asked asked) {
    Followed followed = Lookup.followed(vocabularies.snapshot(), id);
    return page(request, id, since.between(followed.edition(), given("from", from), to), asked);
  }

  private HttpResponse<byte[]> page(
      HttpRequest<?> request, String id, Since.Interval interval, Asked asked) {
    int size = Filters.limit(asked.limit());
    String list = Filters.list(request);
    String after = asked.cursor() == null ? "" : cursors.open(list, asked.cursor());
    Optional<Change.Kind> kind = Optional.ofNullable(asked.kind()).map(ChangePages::kind);
    Optional<Boolean> ofPairs = Optional.ofNullable(asked.what()).map(ChangePages::ofPairs);
    String lang = Language.of(request, asked.lang());
    return answers.json(
        request,
        lang + interval.from().map(row -> " since " + row.release()).orElse(""),
        interval.after(),
        snapshot -> {
          Followed followed = Lookup.followed(snapshot, id);
          List<Change> all = followed.changes(interval.before(), snapshot);
          List<Change> wanted =
              all.stream()
                  .filter(each -> kind.isEmpty() || each.kind() == kind.get())
                  .filter(
                      each -> ofPairs.isEmpty() || ofPairs.get() != each instanceof ConceptChange)
                  .toList();
          Slice<Change> slice = Slice.of(wanted, Change::key, after, size);
          String next = slice.next(cursors, list);
          Views views = new Views(snapshot, instance.uris(), lang);
          return Answers.Content.of(
                  ChangeView.Listed.of(views, interval, all, slice, next, followed.release()))
              .from(followed.release())
              .paged(request, next, slice.previous(cursors, list));
        });
  }

  /** Why a page of changes is empty. */
  static Absence absence(List<Change> all) {
    return Absence.of(all.isEmpty() ? Absence.Reason.NO_CHANGE : Absence.Reason.FILTERED);
  }

  private static String given(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw ProblemException.parameter(name, "", "à donner");
    }
    return value;
  }

  private static Change.Kind kind(String id) {
    return named("kind", id, Arrays.asList(Change.Kind.values()), Change.Kind::id);
  }

  private static boolean ofPairs(String what) {
    return named("what", what, List.of("concept", "pair"), Function.identity()).equals("pair");
  }

  private static <T> T named(String parameter, String id, List<T> known, Function<T, String> name) {
    return known.stream()
        .filter(each -> name.apply(each).equals(id))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.parameter(
                parameter,
                id,
                "inconnu, le plus proche est "
                    + known.stream()
                        .map(name)
                        .min(Comparator.comparingInt(each -> Text.distance(each, Text.cut(id))))
                        .orElseThrow()));
  }
}
