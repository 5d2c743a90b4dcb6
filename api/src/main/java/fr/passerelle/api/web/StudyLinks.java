package fr.passerelle.api.web;

import fr.passerelle.catalog.citation.CitationFormat;
import fr.passerelle.catalog.json.JsonText;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.skos.RdfFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Typed links of a study's page, by which machines find what belongs to it (Signposting, FAIR
 * profile): in the header as far as they fit, all of them in a link set (RFC 9264).
 *
 * @param page address of the page
 * @param links the links, the lasting name first
 */
record StudyLinks(String page, List<Typed> links) {
  /** A header has a bound in every client; the link set tells the rest. */
  private static final int MOST_ITEMS = 10;

  private static final String RELATED = "linkset";
  static final String LINKSET_TYPE = "application/linkset+json";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,80}/[A-Za-z0-9!#$&^_.+-]{1,80}");

  /**
   * A link.
   *
   * @param relation its relation type
   * @param target where it leads
   * @param type media type of what is there; empty if unknown
   */
  record Typed(String relation, String target, String type) {
    String header() {
      String link = "<" + target + ">; rel=\"" + relation + "\"";
      return type.isEmpty() ? link : link + "; type=\"" + type + "\"";
    }

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("href", target);
      if (!type.isEmpty()) {
        json.put("type", type);
      }
      return json;
    }
  }

  static StudyLinks of(Study study, StudyNames names, String address, Licence licence) {
    String page = address + StudyPage.path(study.id());
    List<Typed> links = new ArrayList<>();
    add(links, "cite-as", names.study(study.id()), "");
    add(links, "type", "https://schema.org/AboutPage", "");
    add(links, "type", "https://schema.org/" + StudySchema.type(study), "");
    study.content().producers().forEach(code -> add(links, "author", names.producer(code), ""));
    add(links, "license", licence.uri(), "");
    describedBy(links, address, study.id().value());
    String series = study.content().series().key();
    if (!series.isEmpty()) {
      add(links, "collection", names.series(series), "");
    }
    add(links, "collection", address + "/catalog/studies", "");
    for (Document document : study.content().reading().documents()) {
      add(links, "item", document.url(), document.mediaType());
    }
    add(links, RELATED, page + "/linkset", LINKSET_TYPE);
    return new StudyLinks(page, links);
  }

  private static void describedBy(List<Typed> links, String address, String id) {
    String rest = address + "/api/v1/studies/" + id;
    add(links, "describedby", rest, "application/json");
    for (CitationFormat format : CitationFormat.values()) {
      add(links, "describedby", rest + "?format=" + format.id(), format.mediaType());
    }
    for (RdfFormat format : RdfFormat.values()) {
      String data = address + "/data/study/" + id + "." + format.extension();
      add(links, "describedby", data, format.mediaType());
    }
  }

  private static void add(List<Typed> links, String relation, String target, String type) {
    links.add(new Typed(relation, safe(target), MEDIA_TYPE.matcher(type).matches() ? type : ""));
  }

  /** An address that holds nothing but signs of addresses (RFC 3986): no quote, no line end. */
  private static String safe(String target) {
    StringBuilder safe = new StringBuilder(target.length());
    for (byte each : target.getBytes(StandardCharsets.UTF_8)) {
      char sign = (char) (each & 0xff);
      boolean legal =
          sign < 0x7f
              && (Character.isLetterOrDigit(sign) || "-._~:/?#[]@!$&'()*+,;=%".indexOf(sign) >= 0);
      safe.append(legal ? String.valueOf(sign) : "%%%02X".formatted((int) sign));
    }
    return safe.toString();
  }

  /** {@code Link} header (RFC 8288). */
  String header() {
    List<Typed> shown = new ArrayList<>();
    int items = 0;
    for (Typed link : links) {
      if (!link.relation().equals("item") || ++items <= MOST_ITEMS) {
        shown.add(link);
      }
    }
    return shown.stream().map(Typed::header).collect(Collectors.joining(", "));
  }

  /** The link set, with what leads back to the page. */
  String linkset() {
    Map<String, Object> forth = new LinkedHashMap<>();
    forth.put("anchor", page);
    links.stream()
        .filter(link -> !link.relation().equals(RELATED))
        .collect(Collectors.groupingBy(Typed::relation, LinkedHashMap::new, Collectors.toList()))
        .forEach((relation, all) -> forth.put(relation, all.stream().map(Typed::json).toList()));
    List<Object> contexts = new ArrayList<>();
    contexts.add(forth);
    links.forEach(link -> {
      String back =
          switch (link.relation()) {
            case "describedby" -> "describes";
            case "item" -> "collection";
            default -> "";
          };
      if (!back.isEmpty()) {
        contexts.add(back(link.target(), back));
      }
    });
    return JsonText.write(Map.of("linkset", contexts));
  }

  private Map<String, Object> back(String anchor, String relation) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("anchor", anchor);
    context.put(relation, List.of(new Typed(relation, page, "text/html").json()));
    return context;
  }
}
