package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.vocab.skos.RdfFormat;
import fr.passerelle.vocab.skos.RdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Descriptions as bytes. */
final class Bytes {
  private static final RdfWriter WRITER = new RdfWriter(Term.PREFIXES, Term.RESOURCES);
  private static final int USUAL = 1 << 16;

  private Bytes() {}

  static byte[] of(RdfFormat format, DcatDescription description) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL);
    try {
      WRITER.write(format, out, Stream.of(description.triples()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return out.toByteArray();
  }
}
