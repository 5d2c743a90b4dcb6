package fr.passerelle.vocab.rome;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips that no honest program writes. Offsets are those of APPNOTE.TXT 4.3.12 and 4.3.7. */
final class RawZip {
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int CENTRAL_METHOD = 10;
  private static final int CENTRAL_CRC = 16;
  private static final int CENTRAL_ZIPPED_SIZE = 20;
  private static final int CENTRAL_SIZE = 24;
  private static final int CENTRAL_NAME_LENGTH = 28;
  private static final int CENTRAL_LOCAL_OFFSET = 42;
  private static final int CENTRAL_NAME = 46;
  private static final int LOCAL_METHOD = 8;
  private static final int LOCAL_NAME_LENGTH = 26;
  private static final int LOCAL_EXTRA_LENGTH = 28;
  private static final int LOCAL_NAME = 30;

  private RawZip() {}

  /** Keeps the first bytes only. */
  static Path truncate(Path zip, double part) throws IOException {
    byte[] bytes = Files.readAllBytes(zip);
    return Files.write(zip, Arrays.copyOf(bytes, (int) (bytes.length * part)));
  }

  /** Lets the directory say another inflated size of an entry. */
  static Path lieAboutSize(Path zip, String entry, int size) throws IOException {
    byte[] array = Files.readAllBytes(zip);
    ByteBuffer bytes = wrap(array);
    bytes.putInt(central(bytes, entry) + CENTRAL_SIZE, size);
    return Files.write(zip, array);
  }

  /** Turns a byte in the middle of the deflated data of an entry. */
  static Path damage(Path zip, String entry) throws IOException {
    byte[] array = Files.readAllBytes(zip);
    ByteBuffer bytes = wrap(array);
    int central = central(bytes, entry);
    int local = bytes.getInt(central + CENTRAL_LOCAL_OFFSET);
    int data =
        local
            + LOCAL_NAME
            + bytes.getShort(local + LOCAL_NAME_LENGTH)
            + bytes.getShort(local + LOCAL_EXTRA_LENGTH);
    int middle = data + bytes.getInt(central + CENTRAL_ZIPPED_SIZE) / 2;
    bytes.put(middle, (byte) (bytes.get(middle) ^ 0x55));
    return Files.write(zip, array);
  }

  /** Lets the directory say another checksum of an entry. */
  static Path lieAboutChecksum(Path zip, String entry) throws IOException {
    byte[] array = Files.readAllBytes(zip);
    ByteBuffer bytes = wrap(array);
    int crc = central(bytes, entry) + CENTRAL_CRC;
    bytes.putInt(crc, ~bytes.getInt(crc));
    return Files.write(zip, array);
  }

  /** Gives an entry the name of another of the same length, which writers refuse to do. */
  static Path rename(Path zip, String from, String to) throws IOException {
    byte[] array = Files.readAllBytes(zip);
    ByteBuffer bytes = wrap(array);
    int central = central(bytes, from);
    int local = bytes.getInt(central + CENTRAL_LOCAL_OFFSET);
    bytes.put(central + CENTRAL_NAME, to.getBytes(UTF_8));
    bytes.put(local + LOCAL_NAME, to.getBytes(UTF_8));
    return Files.write(zip, array);
  }

  /**
   * A zip of one entry of so many mebibytes of zeros, each deflated to a kilobyte. They are
   * deflated once: whole blocks can be put one after another.
   */
  static Path ofZeros(Path zip, String entry, int mebibytes) throws IOException {
    byte[] block = deflatedZeros();
    ByteBuffer data = ByteBuffer.allocate(block.length * mebibytes);
    for (int i = 0; i < mebibytes; i++) {
      data.put(block);
    }
    store(zip, entry, data.array());
    byte[] array = Files.readAllBytes(zip);
    ByteBuffer bytes = wrap(array);
    bytes.putShort(LOCAL_METHOD, (short) ZipEntry.DEFLATED);
    int central = central(bytes, entry);
    bytes.putShort(central + CENTRAL_METHOD, (short) ZipEntry.DEFLATED);
    bytes.putInt(central + CENTRAL_SIZE, (int) ((long) mebibytes << 20));
    return Files.write(zip, array);
  }

  private static byte[] deflatedZeros() {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, /* nowrap= */ true)) {
      deflater.setInput(new byte[1 << 20]);
      byte[] out = new byte[1 << 16];
      return Arrays.copyOf(out, deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH));
    }
  }

  private static void store(Path zip, String name, byte[] data) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(data);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(data.length);
    entry.setCrc(crc.getValue());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(entry);
      out.write(data);
      out.closeEntry();
    }
  }

  private static ByteBuffer wrap(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int central(ByteBuffer bytes, String entry) {
    byte[] name = entry.getBytes(UTF_8);
    for (int at = 0; at < bytes.limit() - CENTRAL_NAME; at++) {
      if (bytes.getInt(at) == CENTRAL_HEADER
          && bytes.getShort(at + CENTRAL_NAME_LENGTH) == name.length
          && bytes.slice(at + CENTRAL_NAME, name.length).equals(ByteBuffer.wrap(name))) {
        return at;
      }
    }
    throw new IllegalArgumentException(entry + " is not in the zip");
  }
}
