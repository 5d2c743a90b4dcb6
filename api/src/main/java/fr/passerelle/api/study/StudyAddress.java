package fr.passerelle.api.study;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked of the list of studies, as addresses say it: the same filters at the page, in REST,
 * as a feed and as a calendar.
 *
 * @param filters values by the name of their parameter, in the order of forms
 */
public record StudyAddress(Map<String, String> filters) {
  /** The page of the list. */
  public static final String LIST = "/etudes";

  /** The page of what is to come. */
  public static final String CALENDAR = "/etudes/calendrier";

  /** The feed. */
  public static final String FEED = "/feeds/studies.atom";

  /** The calendar. */
  public static final String ICALENDAR = "/calendar.ics";

  public StudyAddress {
    filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
  }

  /** What a request asks for. */
  public static StudyAddress of(HttpRequest<?> request) {
    Map<String, String> filters = new LinkedHashMap<>();
    for (String name : StudyFilters.NAMES) {
      String value = request.getParameters().get(name, String.class).orElse("").strip();
      if (!value.isEmpty()) {
        filters.put(name, value);
      }
    }
    return new StudyAddress(filters);
  }

  /** Address of the list of what has that value. */
  public static String path(String name, String value) {
    return LIST + "?" + parameter(name, value);
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Value of a filter; empty where it is not set. */
  public String value(String name) {
    return filters.getOrDefault(name, "");
  }

  /** The same with another value of one filter; without it where the value is empty. */
  public StudyAddress with(String name, String value) {
    Map<String, String> others = new LinkedHashMap<>(filters);
    if (value.isEmpty()) {
      others.remove(name);
    } else {
      others.put(name, value);
    }
    return new StudyAddress(others);
  }

  /** The filters as the query of an address; empty where there is none. */
  public String query() {
    return filters.entrySet().stream()
        .map(each -> parameter(each.getKey(), each.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** An address with these filters. */
  public String at(String path) {
    return filters.isEmpty() ? path : path + "?" + query();
  }
}
