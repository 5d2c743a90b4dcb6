package fr.passerelle.api.http;

import fr.passerelle.catalog.use.UseCounts;
import fr.passerelle.catalog.use.UseKind;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Counts the harvests that portals and libraries begin, and those they complete, by channel. */
@Singleton
public final class Harvests {
  private final UseCounts counts;

  Harvests(UseCounts counts) {
    this.counts = counts;
  }

  /** Counts the request of the first page of a list; one that has not changed is one too. */
  public void begun(HttpRequest<?> request, String channel) {
    count(request, UseKind.HARVEST, channel);
  }

  /** Counts the answer to the last page of a list, changed or not. */
  public void completed(HttpRequest<?> request, String channel) {
    count(request, UseKind.COMPLETE, channel);
  }

  private void count(HttpRequest<?> request, UseKind kind, String channel) {
    Reading.each(
        request,
        reading -> {
          if (!reading.head()) {
            counts.count(kind, channel);
          }
        });
  }
}
