package fr.passerelle.api.sitemap;

import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The pages there are (sitemaps.org 0.9), in parts of at most 50 000: studies, then the first pages
 * and those of concepts, vocabulary by vocabulary.
 *
 * @param address where the service answers, without final slash
 * @param parts the parts, none empty
 */
record Sitemap(String address, List<Part> parts) {
  /** Of the protocol. */
  static final int MOST = 50_000;

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  /**
   * Some pages.
   *
   * @param name word of the part in addresses
   * @param pages its pages
   */
  record Part(String name, List<Page> pages) {
    Optional<String> changed() {
      return pages.stream().map(Page::changed).filter(day -> !day.isEmpty()).max(String::compareTo);
    }
  }

  /**
   * A page.
   *
   * @param path its path
   * @param changed day on which it changed last; empty where that is not known
   */
  record Page(String path, String changed) {}

  static Sitemap of(String address, CatalogueView catalogue, Snapshot snapshot) {
    return of(address, catalogue, snapshot, MOST);
  }

  static Sitemap of(String address, CatalogueView catalogue, Snapshot snapshot, int most) {
    List<Part> parts = new ArrayList<>();
    add(parts, "pages", first(snapshot), most);
    add(parts, "etudes", studies(catalogue), most);
    for (PublishedScheme scheme : snapshot.schemes()) {
      add(parts, scheme.scheme().id(), concepts(scheme), most);
    }
    return new Sitemap(address, parts);
  }

  private static void add(List<Part> parts, String name, List<Page> pages, int most) {
    for (int from = 0; from < pages.size(); from += most) {
      parts.add(
          new Part(
              name + "-" + (from / most + 1),
              pages.subList(from, Math.min(pages.size(), from + most))));
    }
  }

  private static List<Page> first(Snapshot snapshot) {
    List<Page> pages = new ArrayList<>();
    for (String path : List.of("/", "/etudes", "/etudes/calendrier", "/reconciliation")) {
      pages.add(new Page(path, ""));
    }
    snapshot
        .schemes()
        .forEach(each ->
            pages.add(
                new Page(
                    "/doc/vocab/" + each.scheme().id(), each.release().modified().toString())));
    snapshot
        .correspondences()
        .forEach(each ->
            pages.add(
                new Page(
                    "/doc/correspondence/" + each.correspondence().id(),
                    each.release().modified().toString())));
    snapshot
        .collections()
        .forEach(each ->
            pages.add(
                new Page(
                    "/doc/collection/" + each.collection().key(),
                    each.release().modified().toString())));
    return pages;
  }

  private static List<Page> studies(CatalogueView catalogue) {
    return catalogue.list().stream()
        .map(each ->
            new Page(
                "/doc/study/" + each.id(),
                LocalDate.ofInstant(each.modified(), ZoneOffset.UTC).toString()))
        .toList();
  }

  /** Those that are in use: search engines need not know what was. */
  private static List<Page> concepts(PublishedScheme scheme) {
    String changed = scheme.release().modified().toString();
    String path = "/doc/vocab/" + scheme.scheme().id() + "/";
    return scheme.scheme().concepts().stream()
        .filter(each -> each.status() == Status.CURRENT)
        .map(each -> new Page(path + Uris.path(each.code()), changed))
        .toList();
  }

  private int size() {
    return parts.stream().mapToInt(part -> part.pages().size()).sum();
  }

  /** All pages where they are few enough for one file, else the index of the parts. */
  String write(int most) {
    return size() <= most
        ? pages(parts.stream().flatMap(part -> part.pages().stream()).toList())
        : index();
  }

  /** The pages of a part. */
  Optional<String> part(String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .map(part -> pages(part.pages()));
  }

  private String pages(List<Page> pages) {
    StringBuilder xml = open("urlset");
    pages.forEach(page -> item(xml, "url", page.path(), page.changed()));
    return xml.append("</urlset>\n").toString();
  }

  private String index() {
    StringBuilder xml = open("sitemapindex");
    parts.forEach(part ->
        item(xml, "sitemap", "/sitemaps/" + part.name() + ".xml", part.changed().orElse("")));
    return xml.append("</sitemapindex>\n").toString();
  }

  private static StringBuilder open(String root) {
    return new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
        .append(root)
        .append(" xmlns=\"")
        .append(NAMESPACE)
        .append("\">\n");
  }

  private void item(StringBuilder xml, String element, String path, String changed) {
    xml.append('<').append(element).append("><loc>").append(escaped(address + path));
    xml.append("</loc>");
    if (!changed.isEmpty()) {
      xml.append("<lastmod>").append(changed).append("</lastmod>");
    }
    xml.append("</").append(element).append(">\n");
  }

  private static String escaped(String url) {
    return url.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Names of the parts. */
  List<String> names() {
    return Collections.unmodifiableList(parts.stream().map(Part::name).toList());
  }
}
