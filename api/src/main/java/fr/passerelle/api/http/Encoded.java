package fr.passerelle.api.http;

/**
 * The bytes of a representation in one coding, with its strong ETag.
 *
 * @param coding how they are encoded
 * @param bytes not to be written to
 * @param etag quoted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Encoded(Coding coding, byte[] bytes, String etag) {

  /**
   * Bytes in a coding.
   *
   * @param name what the ETags of all codings of one representation begin with
   */
  static Encoded of(Coding coding, byte[] bytes, String name) {
    return new Encoded(coding, bytes, '"' + name + coding.suffix() + '"');
  }
}
