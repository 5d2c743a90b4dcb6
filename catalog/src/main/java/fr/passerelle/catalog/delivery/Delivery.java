package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Method;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.vocab.CombinedLicence;
import fr.passerelle.vocab.Licence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A delivery of figures that was accepted.
 *
 * @param receipt its name, which says what was delivered: the same file is known again
 * @param series what is delivered again and again: the name of a format, or of a fiche navette
 * @param format name of the format that it was read by
 * @param source name of the file as it was received
 * @param sourceSha256 of the file as it was received, in hexadecimal
 * @param supplier who delivered it
 * @param vintage year of the geographic code of its communes
 * @param period period of all its values; empty where the file says it line by line
 * @param issued date given by the producer
 * @param licence under which it is published; without, nothing of it is public
 * @param licensed when it had a licence
 * @param opens first day on which it is public; empty where it is at once
 * @param indicators codes of those that it has values of
 * @param observations how many values, the missing ones included
 * @param remarks what was remarked when it was read, in French
 * @param acceptedAt when it was accepted
 * @param withdrawn what its supplier said when taking it back
 * @param method how its values were made, as far as it is declared
 */
public record Delivery(
    String receipt,
    String series,
    String format,
    String source,
    String sourceSha256,
    String supplier,
    int vintage,
    String period,
    Optional<LocalDate> issued,
    Optional<Licence> licence,
    Optional<Licensing> licensed,
    Optional<LocalDate> opens,
    List<String> indicators,
    int observations,
    List<String> remarks,
    Instant acceptedAt,
    Optional<Withdrawal> withdrawn,
    Method method) {
  /** Receipt of the figures that come with the product. */
  static final String SAMPLE = "sample";

  /** Receipt of those of them that were made by a rule. */
  static final String SYNTHETIC = "synthetic";

  /** Words that go with them in every format. */
  public static final String SYNTHETIC_NOTE = "données synthétiques";

  public Delivery {
    indicators = List.copyOf(indicators);
    remarks = List.copyOf(remarks);
  }

  /**
   * A delivery taken back: it stays on record, and that it was there is told, without its values.
   *
   * @param at when
   * @param reason why, in the words of who took it back
   */
  public record Withdrawal(Instant at, String reason) {}

  /**
   * When a licence was declared.
   *
   * @param first the first one, before which nothing was public
   * @param last the one that it has
   */
  public record Licensing(Instant first, Instant last) {
    static Licensing at(Instant moment) {
      return new Licensing(moment, moment);
    }
  }

  /** Whether it only shows what there could be. */
  public boolean sample() {
    return receipt.equals(SAMPLE) || synthetic();
  }

  /** Whether its values were made by a rule: they show what there could be, and say nothing. */
  public boolean synthetic() {
    return receipt.equals(SYNTHETIC);
  }

  /** Whether something in an answer only shows what there could be. */
  static boolean isSample(Answer answer) {
    return answer.deliveries().contains(SAMPLE) || isSynthetic(answer);
  }

  /** Whether something in an answer was made by a rule. */
  public static boolean isSynthetic(Answer answer) {
    return answer.deliveries().contains(SYNTHETIC);
  }

  /** Whether its values are protected ones. */
  public boolean isProtected() {
    return format.equals(Deliveries.PROTECTED);
  }

  /** Date of the data: the producer's, else that of the delivery. */
  public LocalDate dated() {
    return issued.orElseGet(() -> LocalDate.ofInstant(acceptedAt, ZoneOffset.UTC));
  }

  /** Ready to paste: who, what, of which day, under which licence. */
  public String citation() {
    return "%s, %s, données du %s, %s%s"
        .formatted(
            supplier,
            source,
            dated(),
            licence.map(Licence::label).orElse("sans licence déclarée"),
            isProtected()
                ? ", protégé par l'observatoire"
                : synthetic() ? ", " + SYNTHETIC_NOTE : "");
  }

  /**
   * What may be done with a value that is computed of it over those territories: of another
   * vintage, it is told by the passages that lead to theirs.
   */
  private CombinedLicence combined(Geography geography) {
    CombinedLicence own = CombinedLicence.of(licence);
    return vintage == geography.vintage()
        ? own
        : geography.passages().stream()
            .map(origin -> CombinedLicence.of(origin.licence()))
            .reduce(own, CombinedLicence::and);
  }

  /** The same of the one of that receipt; of none, nothing may be done. */
  static CombinedLicence combined(Stream<Delivery> known, String receipt, Geography geography) {
    return known
        .filter(each -> each.receipt().equals(receipt))
        .findFirst()
        .map(each -> each.combined(geography))
        .orElse(CombinedLicence.UNKNOWN);
  }

  /** What may be done with what is made of those. */
  public static CombinedLicence combined(Collection<Delivery> deliveries) {
    return deliveries.stream()
        .map(each -> CombinedLicence.of(each.licence()))
        .reduce(CombinedLicence.NOTHING, CombinedLicence::and);
  }

  /** When it was first to be read by anyone, if it is ever to be: licensed, its embargo over. */
  public Optional<Instant> publicFrom() {
    return licensed.map(each -> {
      Instant ready = each.first().isAfter(acceptedAt) ? each.first() : acceptedAt;
      return opens
          .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
          .filter(ready::isBefore)
          .orElse(ready);
    });
  }

  /**
   * Whether it may be read as what was published at that moment. What was taken back since is told
   * no more, of any moment: it was a mistake, and may have been one of secrecy.
   */
  public boolean isPublic(Instant known) {
    return wasPublic(known) && withdrawn.isEmpty();
  }

  /** Whether it could be read at that moment, be it taken back since. */
  public boolean wasPublic(Instant known) {
    return publicFrom().filter(each -> !each.isAfter(known)).isPresent() && !isWithdrawn(known);
  }

  /** Whether it had been taken back by that moment. */
  boolean isWithdrawn(Instant known) {
    return withdrawn.filter(each -> !each.at().isAfter(known)).isPresent();
  }
}
