package fr.passerelle.api.oai;

import fr.passerelle.catalog.dataset.Agent;
import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.dataset.Distribution;
import fr.passerelle.catalog.dataset.FileFormat;
import fr.passerelle.catalog.dataset.IsoDate;
import fr.passerelle.catalog.dataset.PortalRules;
import fr.passerelle.catalog.dataset.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Records in simple Dublin Core. */
final class DublinCore {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private DublinCore() {}

  static void write(Xml xml, Dataset dataset, PortalRules rules) {
    xml.open(
        "oai_dc:dc",
        "xmlns:oai_dc",
        Format.OAI_DC.namespace(),
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:xsi",
        XSI,
        "xsi:schemaLocation",
        Format.OAI_DC.namespace() + " " + Format.OAI_DC.schema());
    xml.element("dc:title", dataset.title());
    source(xml, dataset, rules);
    xml.unlessEmpty("dc:description", dataset.description());
    coverage(xml, dataset);
    identifiers(xml, dataset);
    dataset.relations().forEach(each -> xml.unlessEmpty("dc:relation", each));
    dataset.series().ifPresent(each -> xml.element("dc:relation", each.title()));
    xml.close("oai_dc:dc");
  }

  private static void source(Xml xml, Dataset dataset, PortalRules rules) {
    Dataset.Source source = dataset.source();
    source.creators().forEach(each -> xml.unlessEmpty("dc:creator", each.name()));
    source.publisher().map(Agent::name).ifPresent(each -> xml.unlessEmpty("dc:publisher", each));
    // When the record of a study changed is no date of the study.
    boolean isStudy = dataset.family() == Dataset.Family.STUDY;
    Optional<IsoDate> date =
        (isStudy ? source.issued() : source.issued().or(source::modified)).filter(rules::isPast);
    date.ifPresent(each -> xml.element("dc:date", each.text()));
    source
        .licence()
        .ifPresent(each -> xml.element("dc:rights", each.label()).element("dc:rights", each.uri()));
  }

  private static void coverage(Xml xml, Dataset dataset) {
    Dataset.Coverage coverage = dataset.coverage();
    Stream.concat(
            coverage.subjects().stream().map(Dataset.Subject::label), dataset.keywords().stream())
        .distinct()
        .forEach(each -> xml.unlessEmpty("dc:subject", each));
    xml.unlessEmpty("dc:type", coverage.typeLabel());
    coverage
        .languages()
        .forEach(each -> xml.element("dc:language", each.code().toLowerCase(Locale.ROOT)));
    coverage.places().forEach(each -> xml.unlessEmpty("dc:coverage", each.label()));
    coverage.period().ifPresent(each -> xml.unlessEmpty("dc:coverage", words(each)));
  }

  private static String words(Span span) {
    return span.start().map(IsoDate::text).orElse("..")
        + "/"
        + span.end().map(IsoDate::text).orElse("..");
  }

  private static void identifiers(Xml xml, Dataset dataset) {
    Stream.concat(
            Stream.of(dataset.iri(), dataset.landingPage()),
            dataset.distributions().stream().map(Distribution::accessUrl))
        .distinct()
        .forEach(each -> xml.unlessEmpty("dc:identifier", each));
    dataset.distributions().stream()
        .flatMap(each -> each.format().map(FileFormat::mediaType).stream())
        .distinct()
        .forEach(each -> xml.unlessEmpty("dc:format", each));
  }
}
