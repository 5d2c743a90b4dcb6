package fr.passerelle.catalog.agreement;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.producer.ProducerStore;
import fr.passerelle.vocab.RefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The conventions of an installation: what the operator wrote, the last of each. */
public final class Conventions {
  private final Jdbi jdbi;
  private final ProducerStore producers;
  private final Supplier<List<Indicator>> indicators;
  private final Clock clock;

  /**
   * Those of a database.
   *
   * @param indicators those that a fiche may name
   */
  public Conventions(DataSource dataSource, Supplier<List<Indicator>> indicators, Clock clock) {
    jdbi = Jdbi.create(dataSource);
    producers = new ProducerStore(dataSource);
    this.indicators = indicators;
    this.clock = clock;
  }

  /** A fiche and the convention that it is under. */
  public record Held(Convention convention, Fiche fiche) {}

  /**
   * Keeps a convention in the place of the one of its name; what was before stays on record.
   *
   * @param name name of the file, for messages
   * @throws RefusedException with every mistake of the text, or where its supplier is no known
   *     producer, or a fiche of that name is under another convention
   */
  public Convention put(String name, String text) {
    Convention convention = ConventionFile.read(name, text, indicators.get());
    checkSupplier(name, convention.supplier());
    for (Fiche fiche : convention.fiches()) {
      find(fiche.id())
          .filter(held -> !held.convention().id().equals(convention.id()))
          .ifPresent(held -> {
            throw RefusedException.of(
                name + ":fiches",
                "fiche",
                "la fiche %s est déjà sous la convention %s ; lui donner un autre nom"
                    .formatted(fiche.id(), held.convention().id()));
          });
    }
    jdbi.useHandle(handle ->
        handle
            .createUpdate("insert into convention (id, body, put_at) values (:id, :body, :at)")
            .bind("id", convention.id())
            .bind("body", text)
            .bind("at", clock.instant())
            .execute());
    return convention;
  }

  private void checkSupplier(String name, String supplier) {
    List<String> known = producers.list().stream().map(Producer::code).toList();
    if (!known.contains(supplier)) {
      throw RefusedException.of(
          name + ":supplier",
          "producer",
          "producteur inconnu « %s » ; l'ajouter (passerelle studies producers FICHIER.csv), ou prendre le code de l'un de ceux-ci : %s"
              .formatted(supplier, known.isEmpty() ? "aucun" : String.join(", ", known)));
    }
  }

  /** All of them, by name. */
  public List<Convention> list() {
    List<Indicator> known = indicators.get();
    return jdbi
        .withHandle(handle ->
            handle
                .createQuery(
                    "select distinct on (id) body from convention order by id, number desc")
                .mapTo(String.class)
                .list())
        .stream()
        .map(body -> ConventionFile.read("convention", body, known))
        .toList();
  }

  /** The fiche of that name. */
  public Optional<Held> find(String fiche) {
    return list().stream()
        .flatMap(each -> each.fiche(fiche).map(found -> new Held(each, found)).stream())
        .findFirst();
  }

  /** Today, by which conventions run and deliveries are late. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
