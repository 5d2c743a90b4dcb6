package fr.passerelle.api.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Figures of the running service in the text format of Prometheus. They are kept only where a
 * management port is given, which answers on this machine alone: what runs here is nobody else's
 * business.
 */
@Singleton
public final class Metrics {
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private volatile Optional<Served> served = Optional.empty();

  private record Served(PrometheusMeterRegistry registry, HttpServer server, JvmGcMetrics gc) {}

  /** Begins to count, and to answer at {@code /metrics} of that port. */
  public void serve(int port) throws IOException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    JvmGcMetrics gc = new JvmGcMetrics();
    gc.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/metrics", exchange -> answer(exchange, registry));
    server.start();
    served = Optional.of(new Served(registry, server, gc));
  }

  private static void answer(HttpExchange exchange, PrometheusMeterRegistry registry)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals("/metrics")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = registry.scrape(FORMAT).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", FORMAT);
      exchange.sendResponseHeaders(200, body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  /**
   * Counts an answer.
   *
   * @param route template of its address, of which there are few
   * @param took from the first filter to the last
   */
  void answered(String method, String route, int status, Duration took) {
    served.ifPresent(each ->
        each.registry()
            .timer(
                "http.server.requests",
                "method",
                method,
                "uri",
                route,
                "status",
                Integer.toString(status))
            .record(took));
  }

  boolean isCounting() {
    return served.isPresent();
  }

  @PreDestroy
  void close() {
    served.ifPresent(each -> {
      each.server().stop(0);
      each.gc().close();
    });
  }
}
