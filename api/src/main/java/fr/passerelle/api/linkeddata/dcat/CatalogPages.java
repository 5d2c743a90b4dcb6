package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.catalog.dataset.CatalogPage;
import fr.passerelle.catalog.dataset.CatalogState;
import fr.passerelle.catalog.dataset.PageStart;
import fr.passerelle.catalog.dataset.PortalRules;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.vocab.skos.RdfFormat;
import fr.passerelle.vocab.skos.RdfText;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;

/** All pages of a catalogue as a harvester reads them: written, then read again. */
public final class CatalogPages {
  /** Nobody follows the links of these pages: their cursors need no secret. */
  private static final Cursors CURSORS = new Cursors(new byte[32]);

  private final Announcement announcement;
  private final CatalogState state;
  private final PortalRules rules;

  /** Pages of that state of an installation. */
  public CatalogPages(Instance instance, CatalogState state, PortalRules rules) {
    announcement = Announcement.of(instance);
    this.state = state;
    this.rules = rules;
  }

  /** Writes, when run, each page of what portals see in the two syntaxes that they ask for. */
  static Stream<Runnable> writings(Instance instance, Catalogs.State now) {
    CatalogPages pages = new CatalogPages(instance, now.catalog(), now.rules());
    return pages
        .list(Subset.PORTALS)
        .flatMap(page ->
            Stream.of(RdfFormat.TURTLE, RdfFormat.RDF_XML)
                .map(format ->
                    () -> pages.write(page, pages.links(Subset.PORTALS, format).of(page))));
  }

  /** Shows each page of a part, one after the other. */
  public void forEach(Subset part, Consumer<Graph> reader) throws IOException {
    PageLinks links = links(part, RdfFormat.TURTLE);
    for (CatalogPage page : (Iterable<CatalogPage>) list(part)::iterator) {
      reader.accept(read(page, links.of(page)));
    }
  }

  private Stream<CatalogPage> list(Subset part) {
    return Stream.iterate(
            Optional.of(page(part, PageStart.FIRST)),
            Optional::isPresent,
            page ->
                page.flatMap(each ->
                    each.next()
                        .map(key -> page(part, new PageStart(key, Optional.of(each.token()))))))
        .flatMap(Optional::stream);
  }

  private CatalogPage page(Subset part, PageStart start) {
    return state.page(part, Optional.empty(), start, CatalogPage.SIZE);
  }

  private PageLinks links(Subset part, RdfFormat format) {
    return new PageLinks(
        CURSORS, announcement.address(), part, format, CatalogPage.SIZE, "", Optional.empty());
  }

  private byte[] write(CatalogPage page, PageLinks links) {
    DcatDescription description = new DcatDescription(announcement, rules);
    description.page(page, links);
    return Bytes.of(links.format(), description);
  }

  private Graph read(CatalogPage page, PageLinks links) throws IOException {
    return RdfText.parse(
        links.absolute(page.after()),
        "text/turtle",
        new String(write(page, links), StandardCharsets.UTF_8),
        links.catalog(),
        new Findings());
  }
}
