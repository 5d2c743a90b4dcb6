package fr.passerelle.catalog.dataset;

import fr.passerelle.vocab.Licence;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of portals on one day.
 *
 * @param today the day, on which it depends what is in the future
 */
public record PortalRules(LocalDate today) {
  private static final Pattern MARKUP = Pattern.compile("<\\w[^>]*>");
  private static final Pattern LOCAL =
      Pattern.compile("localhost|.*\\.(local|localhost|internal)|127\\..*|10\\..*|192\\.168\\..*");

  /** Licences whose label data.gouv.fr knows. */
  private static final List<Licence> KNOWN =
      List.of(Licence.ETALAB_2_0, Licence.ODBL_1_0, Licence.CC_BY_4_0, Licence.CC0_1_0);

  /** A record with what is wrong with it. */
  public Checked checked(Dataset dataset) {
    return new Checked(dataset, check(dataset));
  }

  /** What portals would refuse or lose of a record. */
  List<Finding> check(Dataset dataset) {
    Check check = new Check(dataset);
    check.required();
    check.source();
    check.coverage();
    dataset.distributions().forEach(check::distribution);
    return check.findings;
  }

  /** Whether a date has come. */
  public boolean isPast(IsoDate date) {
    return !date.first().isAfter(today);
  }

  private final class Check {
    private final Dataset dataset;
    private final List<Finding> findings = new ArrayList<>();

    Check(Dataset dataset) {
      this.dataset = dataset;
    }

    void required() {
      Dataset.Source source = dataset.source();
      ask(source.licence().isPresent(), PortalRule.LICENCE, "pas de licence ; la déclarer");
      ask(!dataset.title().isBlank(), PortalRule.TITLE, "pas de titre");
      ask(!dataset.description().isBlank(), PortalRule.DESCRIPTION, "pas de description");
      ask(
          source.publisher().filter(each -> !each.name().isBlank()).isPresent(),
          PortalRule.PUBLISHER,
          "pas d'éditeur nommé");
      Optional<URI> iri = uri(dataset.iri());
      ask(
          iri.filter(URI::isAbsolute).isPresent(),
          PortalRule.IDENTIFIER,
          "pas d'identifiant qui soit une IRI absolue : « " + dataset.iri() + " »");
      ask(
          iri.map(URI::getHost).filter(host -> LOCAL.matcher(host).matches()).isEmpty(),
          PortalRule.REACHABLE,
          "adresse locale " + dataset.iri() + " ; donner des bases publiques dans le profil");
      ask(
          !MARKUP.matcher(dataset.title()).find(),
          PortalRule.MARKUP,
          "balises dans le titre : « " + dataset.title() + " »");
    }

    void source() {
      Dataset.Source source = dataset.source();
      source
          .licence()
          .ifPresent(licence ->
              ask(
                  KNOWN.contains(licence),
                  PortalRule.KNOWN_LICENCE,
                  "data.gouv.fr ne connaît pas la licence " + licence.code()));
      ask(
          !source.frequency().code().equals("UNKNOWN"),
          PortalRule.FREQUENCY,
          "fréquence de mise à jour inconnue");
      ask(source.issued().isPresent(), PortalRule.ISSUED, "pas de date de parution");
      ask(source.modified().isPresent(), PortalRule.MODIFIED, "pas de date de mise à jour");
      Stream.of(source.issued(), source.modified())
          .flatMap(Optional::stream)
          .distinct()
          .forEach(this::past);
    }

    private void past(IsoDate date) {
      ask(isPast(date), PortalRule.FUTURE, "la date " + date.text() + " est à venir : tue");
    }

    void coverage() {
      Dataset.Coverage coverage = dataset.coverage();
      ask(!coverage.themes().isEmpty(), PortalRule.THEME, "pas de thème européen");
      ask(
          coverage.places().stream().anyMatch(place -> place.box().isPresent()),
          PortalRule.SPATIAL,
          "pas de territoire avec une boîte");
      ask(
          !dataset.distributions().isEmpty(),
          PortalRule.DISTRIBUTION,
          "ni fichier ni page à montrer");
    }

    void distribution(Distribution each) {
      ask(
          !each.description().isBlank(),
          PortalRule.DISTRIBUTION_DESCRIPTION,
          each.accessUrl() + " : fichier sans description");
      ask(
          each.format().isPresent(),
          PortalRule.FORMAT,
          each.accessUrl() + " : format inconnu ; déclarer son type de média");
      ask(
          each.licence().isPresent(),
          PortalRule.DISTRIBUTION_LICENCE,
          each.accessUrl() + " : licence inconnue ; la demander à son producteur et la déclarer");
      each.modified().ifPresent(this::past);
    }

    private void ask(boolean kept, PortalRule rule, String message) {
      if (!kept) {
        findings.add(new Finding(dataset.iri(), rule, message));
      }
    }

    private static Optional<URI> uri(String text) {
      try {
        return Optional.of(URI.create(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
