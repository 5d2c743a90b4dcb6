package fr.passerelle.api.graphql;

import fr.passerelle.catalog.study.StudyId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;

/**
 * What fields read from the database: one statement for all that the fields of a level ask for, and
 * nothing twice in a request.
 */
final class Loaders {
  /** Re-uses by study. */
  static final String REUSES = "reuses";

  /** Perimeters by hash. */
  static final String PERIMETERS = "perimeters";

  /** Perimeters as places, which weigh little, by hash. */
  static final String PLACES = "places";

  /** A perimeter may have all communes of the country. */
  private static final DataLoaderOptions OPTIONS =
      DataLoaderOptions.newOptions().setMaxBatchSize(20).build();

  private Loaders() {}

  /** Those of one request. */
  static DataLoaderRegistry of(StudyDesk desk) {
    return DataLoaderRegistry.newRegistry()
        .register(
            REUSES, Loaders.<StudyId, Object>loader(ids -> Map.copyOf(desk.reuses().list(ids))))
        .register(
            PERIMETERS,
            Loaders.<String, Object>loader(names -> Map.copyOf(desk.perimeters().find(names))))
        .register(
            PLACES,
            Loaders.<String, Object>loader(names -> Map.copyOf(desk.figures().drawn(names))))
        .build();
  }

  private static <K, V> DataLoader<K, V> loader(Function<Set<K>, Map<K, V>> find) {
    return DataLoaderFactory.newMappedDataLoader(
        keys -> CompletableFuture.completedFuture(find.apply(keys)), OPTIONS);
  }
}
