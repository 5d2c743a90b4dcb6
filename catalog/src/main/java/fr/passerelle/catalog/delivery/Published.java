package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.vocab.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The figures that may be read by anyone at a moment: nothing that is restricted is in it.
 *
 * @param dashboard answers
 * @param deliveries what it is made of, in the order in which they were accepted
 * @param indicators definitions, with or without figures
 * @param onlyProtected codes of those of which only protected figures are told, now and of before
 * @param known the moment
 * @param withdrawn deliveries that were public at the moment and were taken back since: that they
 *     were there is told, their values are not
 */
public record Published(
    Dashboard dashboard,
    List<Delivery> deliveries,
    List<Indicator> indicators,
    List<String> onlyProtected,
    Instant known,
    List<Delivery> withdrawn) {
  public Published {
    deliveries = List.copyOf(deliveries);
    indicators = List.copyOf(indicators);
    onlyProtected = List.copyOf(onlyProtected);
    withdrawn = List.copyOf(withdrawn);
  }

  /** Name of this state: two of one name say the same. Part of every cache key. */
  public String version() {
    String said =
        deliveries.stream()
            .map(each -> each.receipt() + each.licence().map(Enum::name).orElse(""))
            .collect(
                Collectors.joining(
                    ",",
                    dashboard.geography().version() + onlyProtected + withdrawn.size() + "|",
                    indicators.stream().map(Published::words).collect(Collectors.joining("|"))));
    return HexFormat.of()
        .formatHex(SourceFile.digest().digest(said.getBytes(StandardCharsets.UTF_8)))
        .substring(0, 16);
  }

  /** What is told of an indicator beside its figures. */
  private static String words(Indicator each) {
    return String.join(
        ";",
        each.id(),
        Integer.toString(each.version()),
        each.title(),
        each.theme(),
        each.question(),
        each.definition(),
        each.producer(),
        Boolean.toString(each.headline()),
        String.join(" ", each.notes()));
  }

  /** The definition of that code. */
  public Optional<Indicator> indicator(String id) {
    return indicators.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The public delivery of that receipt. */
  public Optional<Delivery> delivery(String receipt) {
    return deliveries.stream().filter(each -> each.receipt().equals(receipt)).findFirst();
  }

  /** Deliveries that have values of an indicator. */
  public List<Delivery> of(Indicator indicator) {
    return deliveries.stream().filter(each -> each.indicators().contains(indicator.id())).toList();
  }
}
