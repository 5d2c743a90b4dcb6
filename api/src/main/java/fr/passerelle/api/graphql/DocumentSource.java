package fr.passerelle.api.graphql;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a request says which document it means. */
sealed interface DocumentSource {
  /** Member of {@code extensions} by which Apollo's clients name documents. */
  String PERSISTED_QUERY = "persistedQuery";

  /**
   * Identifiers as the appendix "Persisted Documents" writes them, and no longer than is useful.
   */
  Pattern NAME = Pattern.compile("[A-Za-z0-9._~:-]{1,200}");

  /** By its text. */
  record Text(String query) implements DocumentSource {}

  /**
   * By its text, to be found from now on by its hash (automatic persisted queries).
   *
   * @param sha256 of the text in UTF-8, as the client says, in lower-case hexadecimal
   */
  record Kept(String query, String sha256) implements DocumentSource {}

  /** By the hash of a text that is kept, or that a manifest has (automatic persisted queries). */
  record Hash(String sha256) implements DocumentSource {}

  /**
   * By an identifier (GraphQL over HTTP, appendix "Persisted Documents"): {@code sha256:} and a
   * hash, or a name that a manifest gives.
   */
  record Id(String documentId) implements DocumentSource {}

  /** By a version of the extension that is not known here. */
  record Unsupported() implements DocumentSource {}

  /**
   * By the extension {@code {"version":1,"sha256Hash":"..."}}.
   *
   * @param query the text, where it is sent along
   */
  static DocumentSource persisted(@Nullable Object extension, @Nullable String query) {
    if (extension instanceof Map<?, ?> members
        && Integer.valueOf(1).equals(members.get("version"))
        && members.get("sha256Hash") instanceof String hash
        && NAME.matcher(hash).matches()) {
      return query == null ? new Hash(hash) : new Kept(query, hash);
    }
    return new Unsupported();
  }
}
