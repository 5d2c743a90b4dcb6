package fr.passerelle.catalog.harvest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A source of OAI-PMH that a test plays. */
final class Repository implements AutoCloseable {
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  Repository() {
    server.start();
    identify("persistent");
  }

  WireMockServer server() {
    return server;
  }

  String url() {
    return "http://127.0.0.1:" + server.port() + "/oai";
  }

  void identify(String deletedRecord) {
    server.stubFor(
        asked("Identify")
            .willReturn(
                xml(
                    "<Identify><granularity>YYYY-MM-DDThh:mm:ssZ</granularity><deletedRecord>"
                        + deletedRecord
                        + "</deletedRecord></Identify>")));
  }

  static MappingBuilder asked(String verb) {
    return get(urlPathEqualTo("/oai")).withQueryParam("verb", equalTo(verb));
  }

  /** A list asked for from the beginning. */
  static MappingBuilder whole() {
    return asked("ListRecords")
        .withQueryParam("metadataPrefix", equalTo("oai_dc"))
        .withQueryParam("from", absent());
  }

  static MappingBuilder since(String since) {
    return asked("ListRecords").withQueryParam("from", equalTo(since));
  }

  static MappingBuilder token(String token) {
    return asked("ListRecords").withQueryParam("resumptionToken", equalTo(token));
  }

  static ResponseDefinitionBuilder xml(String inside) {
    return aResponse()
        .withHeader("Content-Type", "text/xml; charset=utf-8")
        .withBody(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
            <responseDate>2026-11-23T12:00:00Z</responseDate><request/>%s</OAI-PMH>
            """
                .formatted(inside));
  }

  static ResponseDefinitionBuilder error(String code) {
    return xml("<error code=\"%s\">refusé</error>".formatted(code));
  }

  static ResponseDefinitionBuilder list(String token, String... records) {
    return xml(
        "<ListRecords>%s<resumptionToken>%s</resumptionToken></ListRecords>"
            .formatted(String.join("", records), token));
  }

  static ResponseDefinitionBuilder list(String token, List<String> records) {
    return list(token, records.toArray(String[]::new));
  }

  /** Records of those numbers, each changed in the second of its number. */
  static List<String> records(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> record(number, "Étude " + number))
        .collect(Collectors.toList());
  }

  static String record(int number, String title) {
    return record(number, title, "Dares");
  }

  static String record(int number, String title, String publisher) {
    return """
    <record><header><identifier>oai:x:%d</identifier><datestamp>2026-01-01T00:00:%02dZ</datestamp></header>
    <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:publisher>%s</dc:publisher>
    <dc:date>2024-05</dc:date><dc:identifier>https://dares.example.org/%d</dc:identifier>
    <dc:language>fre</dc:language></oai_dc:dc></metadata></record>
    """
        .formatted(number, number, title, publisher, number);
  }

  static String deleted(int number) {
    return """
    <record><header status="deleted"><identifier>oai:x:%d</identifier>
    <datestamp>2026-01-01T00:01:%02dZ</datestamp></header></record>
    """
        .formatted(number, number);
  }

  @Override
  public void close() {
    server.stop();
  }
}
