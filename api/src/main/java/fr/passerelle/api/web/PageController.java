package fr.passerelle.api.web;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.linkeddata.Document;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.PublishedScheme;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** Pages of what is published: the first one, those of vocabularies, concepts, collections. */
@Controller
@Produces(MediaType.ALL)
final class PageController {
  private static final String ENTRIES =
      "</api/v1/vocabs>; rel=\"item\"; type=\"application/json\","
          + " </graphql>; rel=\"service\", </health>; rel=\"status\","
          + " </ns>; rel=\"describedby\", </mentions-legales>; rel=\"terms-of-service\"";

  private final Pages pages;
  private final Instance instance;

  PageController(Pages pages, Instance instance) {
    this.pages = pages;
    this.instance = instance;
  }

  @Get("/")
  HttpResponse<byte[]> home(HttpRequest<?> request) {
    return pages.answer(
        request,
        "home",
        (snapshot, t) ->
            new Pages.View(
                t.get("home.title", instance.profile().region().name()),
                HomePage.of(snapshot, instance.address(), t),
                ENTRIES));
  }

  @Get("/doc/vocab/{scheme}")
  HttpResponse<byte[]> scheme(HttpRequest<?> request, String scheme) {
    return pages.answer(
        request,
        "scheme",
        (snapshot, t) -> {
          PublishedScheme found = Lookup.scheme(snapshot, scheme);
          Document document = Document.of(instance.uris(), found);
          return new Pages.View(
              found.scheme().title(),
              SchemePage.of(found, document, snapshot, t),
              document.linksOfPage());
        });
  }

  @Get("/doc/vocab/{scheme}/{+code}")
  HttpResponse<byte[]> concept(HttpRequest<?> request, String scheme, String code) {
    return pages.answer(
        request,
        "concept",
        (snapshot, t) -> {
          PublishedScheme found = Lookup.scheme(snapshot, scheme);
          Concept concept = Lookup.concept(snapshot, found, code);
          Document document = Document.of(instance.uris(), found, concept);
          return new Pages.View(
              Anchor.label(concept, t).text() + " (" + concept.code() + ")",
              ConceptPage.of(snapshot, found, concept, document, t),
              document.linksOfPage());
        });
  }

  @Get("/doc/collection/{author}/{word}")
  HttpResponse<byte[]> collection(HttpRequest<?> request, String author, String word) {
    return pages.answer(
        request,
        "collection",
        (snapshot, t) -> {
          PublishedCollection found = Lookup.collection(snapshot, author + "/" + word);
          Document document = Document.of(instance.uris(), found);
          return new Pages.View(
              found.collection().label(),
              CollectionPage.of(snapshot, found, document, t),
              document.linksOfPage());
        });
  }
}
