package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.vocab.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Predicate;

/** Names of deliveries: the same file, said to be the same, has the same. */
final class Receipt {
  private static final int LENGTH = 16;

  private Receipt() {}

  /** That of a file of that hash. */
  static String of(String sha256) {
    return sha256.substring(0, LENGTH);
  }

  /** The same, or with a number where it is taken. */
  static String free(String receipt, Predicate<String> taken) {
    int times = 1;
    String name = receipt;
    while (taken.test(name)) {
      times++;
      name = receipt + "-" + times;
    }
    return name;
  }

  /** That of a file of that hash, read in that way. */
  static String of(Deliveries.Order order, String sha256) {
    String said =
        String.join(
            "|",
            sha256,
            order.series(),
            String.valueOf(order.vintage()),
            order.period().map(Period::toString).orElse(""));
    return of(
        HexFormat.of()
            .formatHex(SourceFile.digest().digest(said.getBytes(StandardCharsets.UTF_8))));
  }
}
