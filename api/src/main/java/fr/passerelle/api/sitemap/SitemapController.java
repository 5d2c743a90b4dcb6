package fr.passerelle.api.sitemap;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;

/** The pages there are, for search engines, and what they are asked to leave alone. */
// Described by sitemaps.org and RFC 9309, not by OpenAPI.
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(WorkPools.READING)
final class SitemapController {
  private static final String XML = "application/xml; charset=utf-8";

  /** Searches are endless and lead to pages that the sitemap names. */
  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /recherche?
      Disallow: /etudes?
      Disallow: /etudes/calendrier?
      Disallow: /api/
      Disallow: /graphql
      Disallow: /data/
      Allow: /

      Sitemap: \
      """;

  private final Catalogues catalogues;
  private final Vocabularies vocabularies;
  private final Instance instance;

  SitemapController(Catalogues catalogues, Vocabularies vocabularies, Instance instance) {
    this.catalogues = catalogues;
    this.vocabularies = vocabularies;
    this.instance = instance;
  }

  private Sitemap sitemap(CatalogueView catalogue) {
    return Sitemap.of(instance.address(), catalogue, vocabularies.snapshot());
  }

  @Get("/sitemap.xml")
  HttpResponse<byte[]> sitemap(HttpRequest<?> request) {
    return catalogues.answer(
        request, XML, "", catalogue -> content(sitemap(catalogue).write(Sitemap.MOST)));
  }

  @Get("/sitemaps/{name}.xml")
  HttpResponse<byte[]> part(HttpRequest<?> request, String name) {
    return catalogues.answer(
        request,
        XML,
        "",
        catalogue ->
            content(
                sitemap(catalogue)
                    .part(name)
                    .orElseThrow(() ->
                        new ProblemException(
                            ProblemType.NOT_FOUND,
                            "Pas de plan de site %s ; /sitemap.xml les donne."
                                .formatted(Text.quoted(name))))));
  }

  @Get("/robots.txt")
  HttpResponse<byte[]> robots(HttpRequest<?> request) {
    return catalogues.answer(
        request,
        "text/plain; charset=utf-8",
        "",
        catalogue -> content(ROBOTS + instance.address() + "/sitemap.xml\n"));
  }

  private static Answers.Content content(String text) {
    return Answers.Content.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
