package fr.passerelle.api.deposit;

import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.Findings;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery.
 *
 * @param outcome accepted, unchanged (delivered before), licence-declared, or dry-run
 * @param receipt its name; of a dry run, the one that it would have
 * @param observations how many values, the missing ones included
 * @param indicators codes of the indicators that it has values of
 * @param licence under which it is published; null while nothing of it is public
 * @param opens first day on which it is public; null where it is at once
 * @param repairs what was repaired by a rule that is certain
 * @param remarks what is to be looked at, and was accepted
 */
@Serdeable
@Schema(name = "DeliveryReport")
public record DeliveryReportView(
    String outcome,
    String receipt,
    int observations,
    List<String> indicators,
    @Nullable String licence,
    @Nullable LocalDate opens,
    List<String> repairs,
    List<String> remarks) {
  static DeliveryReportView of(Deliveries.Report report, Findings findings) {
    Delivery delivery = report.delivery();
    return new DeliveryReportView(
        report.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        delivery.receipt(),
        delivery.observations(),
        delivery.indicators(),
        delivery.licence().map(Licence::code).orElse(null),
        delivery.opens().orElse(null),
        findings.repairs().stream()
            .map(each -> each.count() + " : " + each.rule() + " " + each.examples())
            .toList(),
        findings.remarks());
  }
}
