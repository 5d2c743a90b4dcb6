package fr.passerelle.api.http;

import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Earlier states of a vocabulary: by the parameter {@code release}, or by {@code Accept-Datetime}
 * (RFC 7089, pattern 1.1: each address negotiates by date itself). The date of a state is the one
 * its producer gives, at midnight UTC.
 */
@Singleton
public final class Mementos {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  private final Vocabularies vocabularies;

  Mementos(Vocabularies vocabularies) {
    this.vocabularies = vocabularies;
  }

  /**
   * The state that a request reads.
   *
   * @param snapshot the state itself
   * @param release the release asked for; empty where the request asks for none
   */
  public record State(Snapshot snapshot, Optional<StoredRelease> release) {
    /** What an answer depends on besides the snapshot: its headers name the release. */
    public String variant() {
      return release.map(each -> " release " + each.release()).orElse("");
    }

    /** Says of an answer which state it is, and where the others are. */
    public Answers.Content describe(HttpRequest<?> request, Answers.Content content) {
      UriBuilder address = UriBuilder.of(request.getPath());
      request.getParameters().asMap().entrySet().stream()
          .filter(each -> !each.getKey().equals("release"))
          .forEach(each -> address.queryParam(each.getKey(), each.getValue().toArray()));
      String original = address.toString();
      Answers.Content linked =
          content
              .linked(original, "original timegate")
              .with("Vary", Answers.VARY + ", Accept-Datetime");
      if (release.isEmpty()) {
        return linked;
      }
      String date = HTTP_DATE.format(release.get().issued().atStartOfDay(ZoneOffset.UTC));
      String memento = address.queryParam("release", release.get().release()).toString();
      return linked
          .linked(memento, "memento\"; datetime=\"" + date)
          .with("Memento-Datetime", date)
          .with("Content-Location", memento);
    }
  }

  /** What is published now, for what has no releases of its own. */
  public State now() {
    return new State(vocabularies.snapshot(), Optional.empty());
  }

  /**
   * The state that a request asks for, of the edition of that vocabulary or correspondence.
   *
   * @param release name of a release; null if not given
   * @throws ProblemException where there is no such release, or a date cannot be read
   */
  public State of(HttpRequest<?> request, String vocab, @Nullable String release) {
    Snapshot now = vocabularies.snapshot();
    @Nullable String date = request.getHeaders().get("Accept-Datetime");
    if (release == null && date == null) {
      return new State(now, Optional.empty());
    }
    String edition = edition(now, vocab);
    List<StoredRelease> kept = vocabularies.releases(edition);
    StoredRelease wanted =
        release == null ? at(kept, day(String.valueOf(date))) : named(kept, release);
    return new State(
        vocabularies
            .findState(edition, wanted.release())
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "La version %s de %s ne peut pas être relue ici."
                        .formatted(wanted.release(), edition))),
        Optional.of(wanted));
  }

  /** Identifier of the edition that a vocabulary belongs to, or that states a correspondence. */
  static String edition(Snapshot snapshot, String vocab) {
    return Lookup.followed(snapshot, vocab).edition();
  }

  private static StoredRelease named(List<StoredRelease> kept, String release) {
    return kept.stream()
        .filter(each -> each.release().equalsIgnoreCase(release))
        .findFirst()
        .orElseThrow(() -> unknown("release", kept, release));
  }

  static ProblemException unknown(String name, List<StoredRelease> kept, String release) {
    return ProblemException.parameter(
        name,
        release,
        "aucune version publiée de ce nom ; il y a : "
            + kept.stream()
                .limit(20)
                .map(StoredRelease::release)
                .collect(Collectors.joining(", ")));
  }

  /** The last state of that day or before; the first one where there is none (RFC 7089, 4.5.3). */
  private static StoredRelease at(List<StoredRelease> kept, LocalDate day) {
    return kept.stream()
        .filter(each -> !each.issued().isAfter(day))
        .findFirst()
        .orElseGet(kept::getLast);
  }

  private static LocalDate day(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
          .withZoneSameInstant(ZoneOffset.UTC)
          .toLocalDate();
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          "Accept-Datetime : %s n'est pas une date, par exemple Thu, 18 Sep 2025 00:00:00 GMT"
              .formatted(Text.quoted(text)),
          new Problem.Detail("Accept-Datetime", "une date au format de la RFC 1123"));
    }
  }
}
