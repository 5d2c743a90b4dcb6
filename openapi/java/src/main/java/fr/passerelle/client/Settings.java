package fr.passerelle.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a client behaves; see {@link Passerelle.Builder}.
 *
 * @param address of the service, without final slash
 * @param userAgent name of the client, after that of the application
 * @param cacheBytes bytes of earlier answers that are kept
 */
record Settings(
    String address,
    String userAgent,
    @Nullable String key,
    @Nullable String language,
    Duration connectTimeout,
    Duration timeout,
    int retries,
    Duration firstBackoff,
    long cacheBytes) {}
