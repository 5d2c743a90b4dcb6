package fr.passerelle.catalog.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Figures;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.Strip;
import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.territory.Geography;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Figures in memory, read from the files of deliveries when they are first asked for: of an
 * indicator which cells there are, then values of communes, cut by cut. Those that were not asked
 * for of late make room for others.
 */
final class Shelf {
  /** A part of the heap: 100 million values of communes are not all asked for at once. */
  private static final double SHARE_OF_HEAP = 0.4;

  private static final int KILOBYTE = 1024;

  private final DeliveryFolder folder;
  private final List<Indicator> indicators;
  private final Cache<Key, Figures> cache =
      room(SHARE_OF_HEAP / 4).<Key, Figures>weigher((key, one) -> weight(one.bytes())).build();
  private final Cache<StripKey, Strip> strips =
      room(SHARE_OF_HEAP).<StripKey, Strip>weigher((key, one) -> weight(one.bytes())).build();

  Shelf(DeliveryFolder folder, List<Indicator> indicators) {
    this.folder = folder;
    this.indicators = indicators;
  }

  private static Caffeine<Object, Object> room(double share) {
    return Caffeine.newBuilder()
        .maximumWeight((long) (Runtime.getRuntime().maxMemory() * share / KILOBYTE));
  }

  private static int weight(long bytes) {
    return Math.toIntExact(bytes / KILOBYTE + 1);
  }

  /** Values of communes are the same where these are. */
  private record StripKey(Key figures, Categories cut) {}

  /** Figures are the same where these are. */
  private record Key(String indicator, int version, String geography, List<String> receipts) {}

  /** Figures of an indicator from those deliveries, in their order. */
  Figures get(Indicator indicator, Geography geography, List<Delivery> deliveries) {
    List<Delivery> having =
        deliveries.stream().filter(each -> each.indicators().contains(indicator.id())).toList();
    Key key =
        new Key(
            indicator.id(),
            indicator.version(),
            geography.version(),
            having.stream().map(Delivery::receipt).toList());
    return cache.get(key, absent -> read(key, indicator, geography, having));
  }

  private Figures read(
      Key key, Indicator indicator, Geography geography, List<Delivery> deliveries) {
    // Beside protected figures nothing else is told: a second margin would tell what they hide.
    if (deliveries.stream().anyMatch(Delivery::isProtected)) {
      return Figures.ofProtectedDeliveries(
          indicator,
          geography,
          deliveries.stream()
              .filter(Delivery::isProtected)
              .map(each -> new Figures.TakenIn(each.receipt(), table(each)))
              .toList());
    }
    return Figures.of(
        indicator,
        geography,
        deliveries.stream().map(each -> delivered(each, indicator, geography)).toList(),
        (cut, reading) -> strips.get(new StripKey(key, cut), absent -> reading.get()));
  }

  private Figures.Delivered delivered(Delivery each, Indicator indicator, Geography geography) {
    return each.sample()
        ? new Figures.Delivered(
            each.receipt(), each.series(), each.vintage(), sample(each, indicator, geography))
        : new Figures.Delivered(
            each.receipt(),
            each.series(),
            each.vintage(),
            new ParquetSource(folder.of(each.receipt()), indicator.id()));
  }

  private List<Observation> sample(Delivery delivery, Indicator indicator, Geography geography) {
    return SampleFigures.read(delivery, indicators, geography).stream()
        .filter(each -> each.indicator().equals(indicator.id()))
        .toList();
  }

  private ProtectedTable table(Delivery delivery) {
    try {
      return ProtectedFile.read(folder.table(delivery.receipt()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
