package fr.passerelle.api.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.passerelle.vocab.source.SourceFile;
import graphql.execution.AbortExecutionException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The documents that requests may name instead of sending: those of the manifests, for good, and
 * those that clients sent once, as long as there is room.
 */
@Singleton
final class PersistedDocuments {
  private static final int MAX_BYTES = 8 << 20;
  private static final String SHA_256 = "sha256:";

  private final TrustedDocuments trusted;
  private final Cache<String, String> automatic =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .<String, String>weigher((hash, query) -> 300 + 2 * query.length())
          .build();

  PersistedDocuments(TrustedDocuments trusted) {
    this.trusted = trusted;
  }

  /** Those of the manifests. */
  TrustedDocuments trusted() {
    return trusted;
  }

  /**
   * The text of the document meant.
   *
   * @throws AbortExecutionException where it is not known, or is not what its hash says
   */
  String text(DocumentSource source) {
    return switch (source) {
      case DocumentSource.Text text -> text.query();
      case DocumentSource.Kept kept -> checked(kept);
      case DocumentSource.Hash hash ->
          ofHash(hash.sha256())
              .or(() -> trusted.named(hash.sha256()))
              // The words by which Apollo's clients know that they have to send the document.
              .orElseThrow(() -> refused("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound"));
      case DocumentSource.Unsupported unsupported ->
          throw refused("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");
      case DocumentSource.Id id ->
          ofId(id.documentId())
              .orElseThrow(() ->
                  refused(
                      "DOCUMENT_NOT_FOUND",
                      "Aucun document n'est gardé sous cet identifiant : l'envoyer dans query, avec"
                          + " l'extension persistedQuery pour qu'il le soit."));
    };
  }

  private Optional<String> ofId(String id) {
    return id.startsWith(SHA_256) ? ofHash(id.substring(SHA_256.length())) : trusted.named(id);
  }

  private Optional<String> ofHash(String sha256) {
    return trusted.hashed(sha256).or(() -> Optional.ofNullable(automatic.getIfPresent(sha256)));
  }

  private String checked(DocumentSource.Kept kept) {
    if (!sha256(kept.query()).equals(kept.sha256())) {
      throw refused(
          "PERSISTED_QUERY_MISMATCH",
          "sha256Hash n'est pas le SHA-256 de query en UTF-8, en hexadécimal minuscule (provided"
              + " sha does not match query).");
    }
    return kept.query();
  }

  /** Keeps a document that turned out to be valid, if its sender asked for it. */
  void keep(DocumentSource source) {
    if (source instanceof DocumentSource.Kept kept && !trusted.only()) {
      automatic.put(kept.sha256(), kept.query());
    }
  }

  static String sha256(String query) {
    return HexFormat.of()
        .formatHex(SourceFile.digest().digest(query.getBytes(StandardCharsets.UTF_8)));
  }

  private static AbortExecutionException refused(String code, String message) {
    return new AbortExecutionException(List.of(Errors.typed(code, message)));
  }
}
