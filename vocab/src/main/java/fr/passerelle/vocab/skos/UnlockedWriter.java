package fr.passerelle.vocab.skos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Characters gathered for a stream as UTF-8, by one thread.
 *
 * <p>Jena writes Turtle character by character, and a {@code BufferedWriter} takes a lock for each.
 */
final class UnlockedWriter extends Writer {
  private final Writer out;
  private final char[] gathered = new char[1 << 13];
  private int length;

  UnlockedWriter(OutputStream out) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int character) throws IOException {
    room(1);
    gathered[length++] = (char) character;
  }

  @Override
  public void write(String text, int from, int count) throws IOException {
    if (count > gathered.length) {
      pass();
      out.write(text, from, count);
      return;
    }
    room(count);
    text.getChars(from, from + count, gathered, length);
    length += count;
  }

  @Override
  public void write(char[] text, int from, int count) throws IOException {
    if (count > gathered.length) {
      pass();
      out.write(text, from, count);
      return;
    }
    room(count);
    System.arraycopy(text, from, gathered, length, count);
    length += count;
  }

  private void room(int wanted) throws IOException {
    if (gathered.length - length < wanted) {
      pass();
    }
  }

  private void pass() throws IOException {
    out.write(gathered, 0, length);
    length = 0;
  }

  @Override
  public void flush() throws IOException {
    pass();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    pass();
    out.close();
  }
}
