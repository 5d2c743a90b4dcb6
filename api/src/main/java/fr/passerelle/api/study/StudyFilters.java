package fr.passerelle.api.study;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.Text;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.study.Scale;
import fr.passerelle.catalog.study.StudyKind;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.StudyQuery;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.release.Snapshot;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query parameters of lists of studies: several values of a filter are separated by commas. */
public final class StudyFilters {
  /** The parameters that say which studies, in the order of forms. */
  public static final List<String> NAMES =
      List.of(
          "q",
          "theme",
          "territory",
          "producer",
          "kind",
          "status",
          "year",
          "scale",
          "language",
          "series",
          "subject",
          "late");

  static final int LONGEST_TEXT = 200;
  static final int LONGEST_FILTER = 300;
  static final int DEFAULT_LIMIT = 20;
  static final int MAX_LIMIT = 100;

  private final CatalogueView catalogue;
  private final Snapshot snapshot;
  private StudyQuery query;

  private StudyFilters(CatalogueView catalogue, Snapshot snapshot, StudyQuery query) {
    this.catalogue = catalogue;
    this.snapshot = snapshot;
    this.query = query;
  }

  /**
   * What the parameters of a request ask for, each left out or empty where it asks for nothing.
   *
   * @throws ProblemException BAD_PARAMETER for a value that is none of its filter
   */
  public static StudyQuery asked(
      HttpRequest<?> request, CatalogueView catalogue, Snapshot snapshot) {
    return asked(name -> request.getParameters().getFirst(name).orElse(""), catalogue, snapshot);
  }

  /**
   * What those filters ask for, each empty where it asks for nothing.
   *
   * @param values value of a filter by its name
   * @throws ProblemException BAD_PARAMETER for a value that is none of its filter
   */
  public static StudyQuery asked(
      UnaryOperator<String> values, CatalogueView catalogue, Snapshot snapshot) {
    return of(catalogue, snapshot, given(values, "q"), given(values, "sort"), given(values, "late"))
        .themes(given(values, "theme"))
        .territories(given(values, "territory"))
        .producers(given(values, "producer"))
        .kinds(given(values, "kind"))
        .statuses(given(values, "status"))
        .years(given(values, "year"))
        .scales(given(values, "scale"))
        .languages(given(values, "language"))
        .series(given(values, "series"))
        .subjects(given(values, "subject"))
        .query();
  }

  private static @Nullable String given(UnaryOperator<String> values, String name) {
    String value = values.apply(name);
    return value.isBlank() ? null : value;
  }

  static StudyFilters of(
      CatalogueView catalogue,
      Snapshot snapshot,
      @Nullable String q,
      @Nullable String sort,
      @Nullable String late) {
    StudyQuery query = StudyQuery.ALL.of(text(q)).by(sort(q, sort)).lateOnly(isTrue("late", late));
    return new StudyFilters(catalogue, snapshot, query);
  }

  StudyQuery query() {
    return query;
  }

  StudyFilters themes(@Nullable String value) {
    return with(
        Facet.THEME,
        "theme",
        value,
        code ->
            snapshot.schemes().stream().anyMatch(scheme -> scheme.scheme().find(code).isPresent()),
        "codes de thèmes séparés par des virgules, par exemple emploi");
  }

  StudyFilters territories(@Nullable String value) {
    return with(
        Facet.TERRITORY,
        "territory",
        value,
        code -> Territory.parse(code).filter(catalogue.territories()::has).isPresent(),
        "WORLD, EUROPE, FRANCE, R93 (région 93) ou D13 (département 13)");
  }

  StudyFilters producers(@Nullable String value) {
    return with(
        Facet.PRODUCER,
        "producer",
        value,
        code -> catalogue.producers().find(code).isPresent(),
        "codes de producteurs, donnés par /api/v1/producers");
  }

  StudyFilters kinds(@Nullable String value) {
    return words(Facet.KIND, "kind", value, StudyKind.ids());
  }

  StudyFilters statuses(@Nullable String value) {
    return words(Facet.STATUS, "status", value, StudyStatus.ids());
  }

  StudyFilters scales(@Nullable String value) {
    return words(Facet.SCALE, "scale", value, Scale.ids());
  }

  StudyFilters years(@Nullable String value) {
    return with(Facet.YEAR, "year", value, text -> text.matches("\\d{4}"), "des années : 2021");
  }

  StudyFilters languages(@Nullable String value) {
    return with(
        Facet.LANGUAGE, "language", value, text -> text.matches("[A-Za-z-]{2,20}"), "fr, en");
  }

  StudyFilters series(@Nullable String value) {
    return with(
        Facet.SERIES,
        "series",
        value,
        text -> text.matches("[a-z0-9-]{1,200}"),
        "mots de séries, donnés par /api/v1/series");
  }

  StudyFilters subjects(@Nullable String value) {
    return with(
        Facet.SUBJECT,
        "subject",
        value,
        text -> text.matches("[a-z0-9-]+/.{1,100}"),
        "vocabulaire/code, par exemple rome-4/M1805");
  }

  private StudyFilters words(Facet facet, String name, @Nullable String value, List<String> known) {
    return with(facet, name, value, known::contains, String.join(", ", known));
  }

  private StudyFilters with(
      Facet facet, String name, @Nullable String value, Predicate<String> known, String rule) {
    if (value == null) {
      return this;
    }
    Set<String> values =
        Arrays.stream(value.split(","))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toSet());
    if (value.length() > LONGEST_FILTER || values.isEmpty() || !values.stream().allMatch(known)) {
      throw ProblemException.parameter(name, Text.cut(value), rule);
    }
    query = query.with(facet, values);
    return this;
  }

  private static String text(@Nullable String q) {
    String text = q == null ? "" : q.strip();
    if (text.length() > LONGEST_TEXT) {
      throw ProblemException.parameter("q", text, LONGEST_TEXT + " caractères au plus");
    }
    return text;
  }

  private static StudyQuery.Sort sort(@Nullable String q, @Nullable String sort) {
    if (sort == null) {
      return q == null || q.isBlank() ? StudyQuery.Sort.DATE : StudyQuery.Sort.RELEVANCE;
    }
    return Arrays.stream(StudyQuery.Sort.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(sort))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.parameter("sort", sort, "relevance, date, number ou change"));
  }

  static boolean isTrue(String name, @Nullable String value) {
    if (value != null && !value.equals("true") && !value.equals("false")) {
      throw ProblemException.parameter(name, value, "true ou false");
    }
    return "true".equals(value);
  }

  static int limit(@Nullable String limit) {
    String text = limit == null ? String.valueOf(DEFAULT_LIMIT) : limit;
    int size = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (size < 1 || size > MAX_LIMIT) {
      throw ProblemException.parameter("limit", text, "un entier de 1 à " + MAX_LIMIT);
    }
    return size;
  }

  /** What identifies a list whatever its page. */
  static String list(HttpRequest<?> request, CatalogueView catalogue) {
    TreeMap<String, String> filters = new TreeMap<>();
    request.getParameters().forEach((name, values) -> filters.put(name, String.join(",", values)));
    filters.keySet().removeAll(List.of("cursor", "limit", "lang"));
    return "studies " + catalogue.reader().cacheKey() + filters;
  }
}
