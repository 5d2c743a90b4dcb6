package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.secrecy.SmallCounts;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographySample;
import fr.passerelle.catalog.territory.Territory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Raw tables typed for tests, over the communes of the bundled territories. */
final class Tables {
  static final Geography SAMPLE = Geography.of(List.of(GeographySample.source()));
  static final byte[] SECRET =
      "a secret of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8);
  static final int THRESHOLD = 5;

  private Tables() {}

  static final Family APPRENTICES =
      new Family(
          "apprentis",
          Family.Kind.COUNTS,
          new TreeMap<>(Map.of("sexe", List.of("F", "M"), "niveau", List.of("3", "4"))),
          0);

  static final Family PAYROLL =
      new Family("masse-salariale", Family.Kind.MAGNITUDES, new TreeMap<>(), 2);

  /** Apprentices by sex and level, zeros left out, totals under {@code T}. */
  static TableOrder counts(int vintage, String... scope) {
    return new TableOrder(
        new ProtectedTable.Head(
            APPRENTICES, Protection.ours(THRESHOLD, 1, "essai"), vintage, ObservationStatus.NORMAL),
        List.of(scope),
        TableOrder.Absent.ZERO,
        Optional.empty(),
        List.of(),
        TableOrder.Layout.of(
            new TableOrder.Columns(
                "commune",
                "annee",
                "effectif",
                "",
                "",
                "",
                new TreeMap<>(Map.of("sexe", "sexe", "niveau", "niveau")),
                new TreeMap<>(Map.of("sexe", "T", "niveau", "T")))));
  }

  static TableOrder payroll(int vintage, String... scope) {
    return new TableOrder(
        new ProtectedTable.Head(PAYROLL, Protection.ENTERPRISES, vintage, ObservationStatus.NORMAL),
        List.of(scope),
        TableOrder.Absent.ZERO,
        Optional.empty(),
        List.of("DEP", "EPCI"),
        TableOrder.Layout.of(
            new TableOrder.Columns(
                "commune",
                "annee",
                "montant",
                "unites",
                "plus_grande",
                "qui",
                new TreeMap<>(),
                new TreeMap<>())));
  }

  static final String COUNTS_HEADER = "commune;annee;sexe;niveau;effectif\n";
  static final String PAYROLL_HEADER = "commune;annee;montant;unites;plus_grande;qui\n";

  static RawTable raw(TableOrder order, Geography geography, String csv) {
    return raw(order, geography, csv, List.of());
  }

  static RawTable raw(TableOrder order, Geography geography, String csv, List<Communes> kept) {
    Partition units = Units.of(geography, scope(order, geography), kept);
    try {
      return RawFile.read(
          "essai.csv",
          new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
          order,
          geography,
          units);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Communes scope(TableOrder order, Geography geography) {
    return Communes.union(
        order.scope().stream()
            .map(each -> geography.communes(Territory.parse(each).orElseThrow()).orElseThrow())
            .toList());
  }

  static ProtectedTable protect(RawTable raw, Geography geography) {
    return Protector.counts(raw, new SmallCounts(THRESHOLD, SECRET), geography);
  }

  static byte[] bytes(ProtectedTable table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ProtectedFile.write(table, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static String lines(String header, String... lines) {
    return header + String.join("\n", Arrays.asList(lines)) + "\n";
  }
}
