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

  /** Shows each page of a part, one after the other. */
  public void forEach(Subset part, Consumer<Graph> reader) throws IOException {
    PageLinks links =
        new PageLinks(
            CURSORS,
            announcement.address(),
            part,
            RdfFormat.TURTLE,
            CatalogPage.SIZE,
            "",
            Optional.empty());
    Optional<PageStart> start = Optional.of(PageStart.FIRST);
    while (start.isPresent()) {
      CatalogPage page = state.page(part, Optional.empty(), start.get(), CatalogPage.SIZE);
      reader.accept(read(page, links.of(page)));
      start = page.next().map(key -> new PageStart(key, Optional.of(page.token())));
    }
  }

  private Graph read(CatalogPage page, PageLinks links) throws IOException {
    DcatDescription description = new DcatDescription(announcement, rules);
    description.page(page, links);
    return RdfText.parse(
        links.absolute(page.after()),
        "text/turtle",
        new String(Bytes.of(RdfFormat.TURTLE, description), StandardCharsets.UTF_8),
        links.catalog(),
        new Findings());
  }
}
