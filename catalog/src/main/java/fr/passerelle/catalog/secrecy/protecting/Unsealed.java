package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.vocab.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** An unsealed stream that refuses what is not as it was sealed, without a word of what it read. */
final class Unsealed extends FilterInputStream {
  private final String name;
  private Optional<RefusedException> refusal = Optional.empty();

  Unsealed(String name, InputStream in) {
    super(in);
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException | IllegalStateException e) {
      throw broken();
    }
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    try {
      return super.read(into, from, length);
    } catch (IOException | IllegalStateException e) {
      throw broken();
    }
  }

  /** Why nothing that was read may be kept; readers of text tell it as a fault of the text. */
  Optional<RefusedException> refusal() {
    return refusal;
  }

  /** Without its cause: what cannot be authenticated is not repeated either. */
  private RefusedException broken() {
    RefusedException told =
        RefusedException.of(
            name, "sealed", "fichier scellé tronqué ou altéré : le redemander au fournisseur");
    refusal = Optional.of(told);
    return told;
  }
}
