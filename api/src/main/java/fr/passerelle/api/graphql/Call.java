package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.PerimeterDesk;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.service.Absence;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/**
 * A field that is being asked for: its arguments, and what the request sees.
 *
 * @param environment what the engine says of it
 * @param view what the request sees
 */
record Call(DataFetchingEnvironment environment, View view) {
  static final int DEFAULT_FIRST = 20;
  static final int MOST_FIRST = 100;
  static final String OUR_CURSOR = "endCursor ou cursor d'une page précédente de la même liste";

  private static final Set<String> PAGING = Set.of("first", "after");

  /** Under a field that reads another state, that state is the one seen. */
  static Call of(DataFetchingEnvironment environment) {
    View view =
        environment.getLocalContext() instanceof View other
            ? other
            : Objects.requireNonNull(environment.getGraphQlContext().get(View.class));
    return new Call(environment, view);
  }

  /** A value of which all fields below are read from that state. */
  static Object in(View view, Object value) {
    return DataFetcherResult.newResult().data(value).localContext(view).build();
  }

  /**
   * The place after which a page begins; empty for the first.
   *
   * @throws ProblemException for a cursor that is not of this list
   */
  String after() {
    String cursor = text("after");
    return cursor.isEmpty()
        ? ""
        : view.archive().cursors().open(list(), cursor, "after", OUR_CURSOR);
  }

  /** What signs places of this list. */
  UnaryOperator<String> signing() {
    String list = list();
    return place -> view.archive().cursors().sign(list, place);
  }

  /** What identifies a list whatever its page: whose it is, and its filters. */
  private String list() {
    TreeMap<String, Object> filters = new TreeMap<>(environment.getArguments());
    filters.keySet().removeAll(PAGING);
    return "graphql " + owner() + " " + environment.getFieldDefinition().getName() + filters;
  }

  private String owner() {
    @Nullable Object source = environment.getSource();
    return switch (source) {
      case Concept concept -> concept.ref().toString();
      case PublishedScheme vocab -> vocab.scheme().id();
      case PublishedCorrespondence by -> by.correspondence().id();
      case PublishedCollection published -> published.collection().key();
      case Territory territory -> territory.toString();
      case IndicatorFields.Seen seen -> seen.indicator().id();
      case null, default -> "";
    };
  }

  /** What a loader of the request finds under a key, with all that the fields beside ask for. */
  <K, V> CompletableFuture<Optional<V>> load(String loader, K key) {
    DataLoader<K, V> loading = Objects.requireNonNull(environment.getDataLoader(loader));
    return loading.load(key).thenApply(found -> noted(Optional.ofNullable(found)));
  }

  /** What is not there now may be there in a moment: such an answer is not to be kept. */
  private <V> Optional<V> noted(Optional<V> found) {
    if (found.isEmpty()) {
      aside().pass();
    }
    return found;
  }

  /**
   * What is asked at the places of the argument {@code perimeters}, which are read first.
   *
   * @param asked given what a hash stands for
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the engine waits for it
  Object atPlaces(Function<Function<String, Place>, Object> asked) {
    List<String> names = list("perimeters");
    if (names.isEmpty()) {
      return asked.apply(name -> PerimeterDesk.require(name, Optional.empty()));
    }
    List<CompletableFuture<Optional<Place>>> reading =
        names.stream().map(name -> this.<String, Place>load(Loaders.PLACES, name)).toList();
    return CompletableFuture.allOf(reading.toArray(new CompletableFuture<?>[0]))
        .thenApply(read -> {
          Map<String, Optional<Place>> places = new HashMap<>();
          for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), reading.get(i).join());
          }
          return asked.apply(
              name -> PerimeterDesk.require(name, places.getOrDefault(name, Optional.empty())));
        });
  }

  /** An argument that is a string; empty if it is not given. */
  String text(String name) {
    @Nullable String value = environment.getArgument(name);
    return value == null ? "" : value;
  }

  /** Whether a flag is given and true. */
  boolean isTrue(String name) {
    @Nullable Boolean value = environment.getArgument(name);
    return Boolean.TRUE.equals(value);
  }

  /**
   * What is seen with the edition of that vocabulary or correspondence at the {@code release} asked
   * for; what is seen anyway where none is.
   *
   * @throws ProblemException where there is no such release
   */
  View at(String vocab) {
    String release = text("release");
    return release.isEmpty()
        ? view
        : view.at(
            view.archive()
                .since()
                .between(Lookup.followed(view.snapshot(), vocab).edition(), release, release)
                .after());
  }

  /** An argument that is an enum of ours; null if it is not given. */
  <E extends Enum<E>> @Nullable E choice(Class<E> type, String name) {
    @Nullable Object value = environment.getArgument(name);
    return type.cast(value);
  }

  /** That list; where it is empty, why goes beside the data. */
  <T> List<T> explained(List<T> list, Supplier<Absence> absence) {
    if (list.isEmpty()) {
      aside().add(environment.getExecutionStepInfo().getPath(), absence.get());
    }
    return list;
  }

  /** What is said beside the values. */
  Aside aside() {
    return Objects.requireNonNull(environment.getGraphQlContext().get(Aside.class));
  }

  /** An argument that is a list; empty if it is not given. */
  <T> List<T> list(String name) {
    @Nullable List<T> value = environment.getArgument(name);
    return value == null ? List.of() : value;
  }

  /**
   * Number of elements asked for.
   *
   * @throws ProblemException out of bounds
   */
  int first() {
    @Nullable Integer first = environment.getArgument("first");
    int value = first == null ? DEFAULT_FIRST : first;
    if (value < 1 || value > MOST_FIRST) {
      throw ProblemException.parameter(
          "first", Integer.toString(value), "un nombre de 1 à " + MOST_FIRST);
    }
    return value;
  }

  /**
   * Language asked for by the argument {@code lang}, else that of the request.
   *
   * @throws ProblemException if it is not ours
   */
  String lang() {
    String asked = text("lang");
    return asked.isEmpty() ? view.lang() : Language.known(asked);
  }
}
