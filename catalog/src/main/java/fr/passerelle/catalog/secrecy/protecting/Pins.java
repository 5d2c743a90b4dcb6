package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import fr.passerelle.catalog.secrecy.sealing.Yamls;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Passage;
import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a family was protected by, kept beside the keys: its first delivery decides. The service
 * that answers writes orders but not these, so that it cannot ask for a weaker rule later; and one
 * population protected in two ways would tell more than either.
 *
 * @param rule in words that are the same for the same rule
 * @param vintage year of the geographic code that groups are written with
 * @param groups groups of communes that stay together, by their codes
 * @param periods by what communes each period was protected
 */
record Pins(String rule, int vintage, List<List<String>> groups, Map<String, String> periods) {
  Pins {
    groups = groups.stream().map(List::copyOf).toList();
    periods = Map.copyOf(periods);
  }

  /** Those of a family; of the order itself where nothing of the family came before. */
  static Pins read(Path file, TableOrder order) throws IOException {
    if (!Files.isRegularFile(file)) {
      return new Pins(rule(order), 0, List.of(), Map.of());
    }
    try {
      Map<String, Object> all = Yamls.read(Files.readString(file));
      Map<String, String> periods = new TreeMap<>();
      Map<String, Object> told = Yamls.map(all, "periods");
      told.keySet().forEach(period -> periods.put(period, Yamls.text(told, period)));
      return new Pins(
          Yamls.text(all, "rule"),
          Integer.parseInt(Yamls.text(all, "vintage")),
          Yamls.texts(all, "groups").stream().map(each -> List.of(each.split(" "))).toList(),
          periods);
    } catch (IllegalArgumentException e) {
      throw RefusedException.of(
          order.head().family().name(),
          "pins",
          "ce qui est gardé de cette famille dans le dossier de clés est illisible : reprendre la"
              + " copie qui en a été gardée");
    }
  }

  /**
   * Everything that may not change from one delivery of a family to the next.
   *
   * <p>A table cut otherwise is one over the same population: its margins would be exact ones
   * beside those that are sums of protected cells.
   */
  private static String rule(TableOrder order) {
    Family family = order.head().family();
    String counts =
        "%s %s %d %s %s %s"
            .formatted(
                family.kind(),
                family.dimensions(),
                family.decimals(),
                order.head().protection().threshold(),
                order.head().protection().largestShare(),
                order.absent());
    return switch (family.kind()) {
      case COUNTS -> counts;
      case MAGNITUDES -> counts + " " + order.scope() + " " + order.zonings();
    };
  }

  /** Refuses an order that would protect the family otherwise than before. */
  void check(TableOrder order) {
    if (!rule.equals(rule(order))) {
      throw RefusedException.of(
          order.head().family().name(),
          "rule",
          "cette famille a été protégée autrement (seuil, part, modalités, champ ou zonages) : une"
              + " population protégée de deux façons en dirait plus que chacune ; reprendre la"
              + " règle, ou nommer une autre famille si la population est une autre");
    }
  }

  /** Communes of today that stay together. */
  List<Communes> kept(TableOrder order, Geography geography) {
    return groups.stream()
        .map(group ->
            Communes.of(
                group.stream().flatMapToInt(code -> places(code, order, geography)).toArray()))
        .toList();
  }

  private IntStream places(String code, TableOrder order, Geography geography) {
    if (vintage == geography.vintage() && geography.place(code) >= 0) {
      return IntStream.of(geography.place(code));
    }
    if (geography.passage(code, vintage) instanceof Passage.Known known) {
      return known.shares().stream().mapToInt(Passage.Share::place);
    }
    throw RefusedException.of(
        order.head().family().name(),
        "groups",
        "les territoires donnés ne disent pas ce que sont devenues les communes de %d avec lesquelles"
                .formatted(vintage)
            + " cette famille a été protégée : les compléter (--territories)");
  }

  /**
   * Refuses a period that was protected by other communes: the two would tell their differences.
   */
  void check(RawTable raw, Geography geography) {
    String now = print(raw.units(), geography);
    for (Period period : raw.values().keySet()) {
      if (!periods.getOrDefault(period.toString(), now).equals(now)
          && raw.order().head().family().kind() == Family.Kind.COUNTS) {
        throw RefusedException.of(
            raw.order().head().family().name(),
            "territories",
            "la période %s a été protégée avec d'autres communes : donner les territoires d'alors"
                    .formatted(period)
                + " (--territories)");
      }
    }
  }

  /** With what a delivery adds. */
  Pins and(RawTable raw, Partition groups, Geography geography) {
    Map<String, String> all = new TreeMap<>(periods);
    raw.values()
        .keySet()
        .forEach(period -> all.put(period.toString(), print(raw.units(), geography)));
    return new Pins(
        rule,
        geography.vintage(),
        groups.groups().stream().filter(each -> each.size() > 1).map(geography::codes).toList(),
        all);
  }

  /** What those communes are known by: nothing of their figures. */
  private static String print(Partition units, Geography geography) {
    MessageDigest digest = sha256();
    digest.update(Integer.toString(geography.vintage()).getBytes(StandardCharsets.UTF_8));
    units
        .groups()
        .forEach(each ->
            digest.update(
                ("\n" + String.join(" ", geography.codes(each))).getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps them, whole or not at all. */
  void write(Path file) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("rule", rule);
    all.put("vintage", Integer.toString(vintage));
    all.put("groups", groups.stream().map(each -> String.join(" ", each)).toList());
    all.put("periods", new TreeMap<>(periods));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    KeyFolder.write(part, Yamls.write(all));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
