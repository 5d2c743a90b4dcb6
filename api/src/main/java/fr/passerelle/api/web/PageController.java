package fr.passerelle.api.web;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.linkeddata.Document;
import fr.passerelle.api.linkeddata.Downloads;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.reconcile.Properties;
import fr.passerelle.vocab.reconcile.TypeList;
import fr.passerelle.vocab.release.DroppedCollections;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** Pages of what is published: the first one, those of vocabularies, concepts, collections. */
@Controller
@Produces(MediaType.ALL)
final class PageController {
  private static final String ENTRIES =
      "</api/v1/vocabs>; rel=\"item\"; type=\"application/json\","
          + " </openapi.yaml>; rel=\"service-desc\"; type=\"application/yaml\","
          + " </docs>; rel=\"service-doc\"; type=\"text/html\","
          + " </.well-known/api-catalog>; rel=\"api-catalog\","
          + " </graphql>; rel=\"service\", </mcp>; rel=\"service\", </health>; rel=\"status\","
          + " </ns>; rel=\"describedby\", </mentions-legales>; rel=\"terms-of-service\"";

  private final Pages pages;
  private final Instance instance;
  private final Downloads downloads;
  private final DroppedCollections dropped;

  PageController(Pages pages, Instance instance, Downloads downloads, DroppedCollections dropped) {
    this.dropped = dropped;
    this.pages = pages;
    this.instance = instance;
    this.downloads = downloads;
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

  /** {@code {author}/{source}--{target}}; an association is told on the page of the whole. */
  @Get("/doc/correspondence/{+name}")
  @ExecuteOn(WorkPools.READING)
  HttpResponse<?> correspondence(
      HttpRequest<?> request, String name, @QueryValue(defaultValue = "1") String page) {
    int association = name.indexOf("/association/");
    if (association >= 0) {
      return HttpResponse.status(HttpStatus.SEE_OTHER)
          .contentLength(0)
          .header("Location", "/doc/correspondence/" + name.substring(0, association));
    }
    return pages.answer(
        request,
        "correspondence",
        (snapshot, t) -> {
          PublishedCorrespondence found = Lookup.correspondence(snapshot, name);
          Document document = Document.of(instance.uris(), found);
          return new Pages.View(
              t.get(
                  "correspondence.title",
                  found.correspondence().source(),
                  found.correspondence().target()),
              CorrespondencePage.of(snapshot, found, document, downloads.of(found), page, t),
              document.linksOfPage());
        });
  }

  /** How to reconcile the column of a spreadsheet. */
  @Get("/reconciliation")
  HttpResponse<byte[]> reconciliation(HttpRequest<?> request) {
    return pages.answer(
        request,
        "reconciliation",
        (snapshot, t) ->
            new Pages.View(
                t.get("recon.title"),
                ReconciliationPage.of(
                    t,
                    instance.address(),
                    snapshot.schemes().stream().map(each -> each.scheme().id()).toList(),
                    new TypeList(snapshot, Optional.empty()),
                    new Properties(snapshot, instance.uris())),
                ""));
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
          PublishedCollection found = Lookup.collection(snapshot, dropped, author + "/" + word);
          Document document = Document.of(instance.uris(), found);
          return new Pages.View(
              found.collection().label(),
              CollectionPage.of(snapshot, found, document, t),
              document.linksOfPage());
        });
  }
}
