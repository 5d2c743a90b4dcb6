package fr.passerelle.api.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one type of the schema, each a function of the value that the type stands for.
 *
 * @param <S> Java type of that value
 */
@SuppressWarnings("rawtypes") // as the engine declares its fetchers
final class Fields<S> {
  private final String type;
  private final Class<S> source;
  private final Map<String, DataFetcher> fetchers = new HashMap<>();

  private Fields(String type, Class<S> source) {
    this.type = type;
    this.source = source;
  }

  static <S> Fields<S> of(String type, Class<S> source) {
    return new Fields<>(type, source);
  }

  /** A field that needs its arguments or the snapshot. */
  interface Fetch<S> {
    @Nullable Object fetch(S source, Call call);
  }

  /** A field that is a part of the value: the engine prepares nothing for it. */
  Fields<S> part(String name, Function<S, ? extends @Nullable Object> part) {
    fetchers.put(name, new Part<>(source, part));
    return this;
  }

  Fields<S> field(String name, Fetch<S> fetch) {
    fetchers.put(
        name, environment -> fetch.fetch(sourceOf(source, environment), Call.of(environment)));
    return this;
  }

  TypeRuntimeWiring wiring() {
    return TypeRuntimeWiring.newTypeWiring(type).dataFetchers(fetchers).build();
  }

  private static <S> S sourceOf(Class<S> type, DataFetchingEnvironment environment) {
    Object source = Objects.requireNonNull(environment.getSource());
    return type.cast(source);
  }

  private record Part<S>(Class<S> source, Function<S, ? extends @Nullable Object> part)
      implements LightDataFetcher<Object> {

    @Override
    public @Nullable Object get(
        GraphQLFieldDefinition field, Object from, Supplier<DataFetchingEnvironment> environment) {
      return part.apply(source.cast(from));
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
      return part.apply(sourceOf(source, environment));
    }
  }
}
