package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.study.StudyAddress;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Outcome;
import fr.passerelle.catalog.studies.StudyAbsence;
import fr.passerelle.catalog.studies.StudyReport;
import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.StudyHit;
import fr.passerelle.catalog.study.search.StudyPage;
import fr.passerelle.catalog.study.search.StudyQuery;
import fr.passerelle.vocab.service.Absence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Studies found, and studies deposited. */
final class StudySearchFields {
  private static final int LONGEST_TEXT = 200;

  private StudySearchFields() {}

  private record Found(
      StudyPage page,
      StudyAddress asked,
      boolean follows,
      UnaryOperator<String> signing,
      Supplier<Absence> why) {
    Optional<Absence> absence() {
      return page.total() > 0 ? Optional.empty() : Optional.of(why.get());
    }

    List<FoundEdge> edges() {
      return page.hits().stream()
          .map(hit -> new FoundEdge(signing.apply(hit.place()), hit))
          .toList();
    }
  }

  private record FoundEdge(String cursor, StudyHit hit) {}

  private record Tally(Facet facet, List<StudyPage.Count> values) {}

  static List<Fields<?>> all() {
    return List.of(
        Fields.of("StudyConnection", Found.class)
            .part("edges", Found::edges)
            .part("pageInfo", StudySearchFields::info)
            .part("totalCount", found -> found.page().total())
            .part("relaxed", found -> found.page().relaxed())
            .part("facets", StudySearchFields::facets)
            .part("emptyReason", found -> found.absence().map(Absence::reason).orElse(null))
            .part(
                "emptyExplanation", found -> found.absence().map(Absence::explanation).orElse(null))
            .field("feed", (found, call) -> at(found, StudyAddress.FEED, call))
            .field("calendar", (found, call) -> at(found, StudyAddress.ICALENDAR, call))
            .field("page", (found, call) -> at(found, StudyAddress.LIST, call)),
        Fields.of("StudyEdge", FoundEdge.class)
            .part("cursor", FoundEdge::cursor)
            .part("node", edge -> edge.hit().study())
            .part("score", edge -> edge.hit().score())
            .part("matchedField", edge -> orNull(edge.hit().matched().field()))
            .part("matchedText", edge -> orNull(edge.hit().matched().text())),
        Fields.of("StudyFacet", Tally.class)
            .part("facet", Tally::facet)
            .part("values", Tally::values),
        Fields.of("StudyFacetCount", StudyPage.Count.class)
            .part("value", StudyPage.Count::value)
            .part("count", StudyPage.Count::count),
        Fields.of("Mutation", View.class)
            .field("depositStudy", (view, call) -> deposit(call))
            .field("recordReuse", (view, call) -> reuse(call))
            .field("createPerimeter", (view, call) -> TerritoryFields.create(call)),
        Fields.of("DepositedStudy", Outcome.class)
            .part("result", Outcome::result)
            .part("study", Outcome::study)
            .part("changed", Outcome::changed));
  }

  private static String at(Found found, String path, Call call) {
    return call.view().desk().address() + found.asked().at(path);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static PageInfo info(Found found) {
    List<FoundEdge> edges = found.edges();
    return new PageInfo(
        !found.page().next().isEmpty(),
        found.follows(),
        edges.isEmpty() ? null : edges.getFirst().cursor(),
        edges.isEmpty() ? null : edges.getLast().cursor());
  }

  private static List<Tally> facets(Found found) {
    return found.page().facets().entrySet().stream()
        .map(each -> new Tally(each.getKey(), each.getValue()))
        .sorted(java.util.Comparator.comparing(Tally::facet))
        .toList();
  }

  /**
   * What a call of {@code studies} finds.
   *
   * @throws ProblemException for a page size or cursor that is not ours
   */
  static Object search(Call call) {
    String text = call.text("q").strip();
    if (text.length() > LONGEST_TEXT) {
      throw ProblemException.parameter("q", text, LONGEST_TEXT + " caractères au plus");
    }
    StudyQuery.@Nullable Sort asked = call.choice(StudyQuery.Sort.class, "sort");
    StudyQuery.Sort usual = text.isEmpty() ? StudyQuery.Sort.DATE : StudyQuery.Sort.RELEVANCE;
    StudyQuery query =
        StudyQuery.ALL.of(text).by(asked == null ? usual : asked).lateOnly(call.isTrue("late"));
    StudyAddress address =
        new StudyAddress(Map.of()).with("q", text).with("late", call.isTrue("late") ? "true" : "");
    for (Facet facet : Facet.values()) {
      Set<String> values = words(call.list(facet.id()));
      if (!values.isEmpty()) {
        query = query.with(facet, values);
        address = address.with(facet.id(), String.join(",", values));
      }
    }
    StudyQuery whole = query;
    return found(
        call,
        whole,
        address,
        () -> StudyAbsence.of(StudyFields.catalogue(call), whole, StudyFields.today()));
  }

  /**
   * The page of a search that a call asks for.
   *
   * @param address what is asked for, as addresses say it
   * @param why why there is nothing, asked only then
   */
  static Object found(Call call, StudyQuery query, StudyAddress address, Supplier<Absence> why) {
    String after = call.after();
    CatalogueView catalogue = StudyFields.catalogue(call);
    try {
      StudyPage page = catalogue.search(query.page(call.first(), after), StudyFields.today());
      return new Found(page, address, !after.isEmpty(), call.signing(), why);
    } catch (IllegalArgumentException e) {
      throw Cursors.refused("after", Call.OUR_CURSOR);
    }
  }

  /** In their order, so that one search has one address. */
  private static Set<String> words(List<?> values) {
    return values.stream()
        .map(StudySearchFields::word)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As the written form has it. */
  private static String word(Object value) {
    return value instanceof Enum<?> choice
        ? choice.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : value.toString();
  }

  private static Object deposit(Call call) {
    Map<String, Object> input = Objects.requireNonNull(call.environment().getArgument("study"));
    StudyReport report = call.view().desk().deposit(form(input), call.isTrue("dryRun"));
    return report.outcomes().getFirst();
  }

  private static Object reuse(Call call) {
    Map<String, Object> input = Objects.requireNonNull(call.environment().getArgument("reuse"));
    return call.view().desk().reuse(call.text("study"), form(input));
  }

  private static Map<String, Object> form(Map<?, ?> input) {
    Map<String, Object> form = new LinkedHashMap<>();
    input.forEach((name, value) -> {
      if (value != null) {
        form.put(String.valueOf(name), value(value));
      }
    });
    return form;
  }

  private static Object value(Object value) {
    return switch (value) {
      case Map<?, ?> map -> form(map);
      case List<?> list -> list.stream().map(each -> value(Objects.requireNonNull(each))).toList();
      case Double number -> number.longValue();
      default -> value instanceof Integer ? value : word(value);
    };
  }
}
