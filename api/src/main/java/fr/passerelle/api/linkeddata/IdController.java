package fr.passerelle.api.linkeddata;

import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.service.Followed;
import fr.passerelle.vocab.skos.RdfFormat;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.Optional;

/**
 * Persistent names: a name is of the thing itself, which no server can send, and so redirects to
 * what describes it (303, RFC 9110, section 15.4.4; W3C, Cool URIs for the Semantic Web, 2008).
 */
@Controller
final class IdController {
  private final Vocabularies vocabularies;
  private final Uris uris;

  IdController(Vocabularies vocabularies, Uris uris) {
    this.vocabularies = vocabularies;
    this.uris = uris;
  }

  @Get("/id/vocab/{scheme}")
  @Produces(MediaType.ALL)
  HttpResponse<?> scheme(HttpRequest<?> request, String scheme) {
    Snapshot snapshot = vocabularies.snapshot();
    Followed followed = Lookup.followed(snapshot, scheme);
    return seeOther(
        request,
        followed
            .scheme()
            .map(each -> Document.of(uris, each))
            .or(() -> stated(snapshot, followed))
            .orElseGet(() -> Document.of(uris, followed.release())));
  }

  /** An edition that only joins others has no page: it is described by what it states. */
  private Optional<Document> stated(Snapshot snapshot, Followed followed) {
    return followed.correspondences(snapshot).stream().findFirst().map(by -> Document.of(uris, by));
  }

  @Get("/id/vocab/{scheme}/{+code}")
  @Produces(MediaType.ALL)
  HttpResponse<?> concept(HttpRequest<?> request, String scheme, String code) {
    Snapshot snapshot = vocabularies.snapshot();
    Optional<PublishedRelease> release = Releases.find(snapshot, scheme, code);
    if (release.isPresent()) {
      Followed followed = Lookup.followed(snapshot, scheme);
      Optional<Document> stated =
          followed.scheme().isPresent() ? Optional.empty() : stated(snapshot, followed);
      Document described = Document.of(uris, release.get());
      return seeOther(request, stated.map(each -> described.onPage(each.page())).orElse(described));
    }
    PublishedScheme found = Lookup.scheme(snapshot, scheme);
    return seeOther(request, Document.of(uris, found, Lookup.concept(snapshot, found, code)));
  }

  /** To the document that the client prefers; what has no page is described in Turtle. */
  static HttpResponse<?> seeOther(HttpRequest<?> request, Document document) {
    String page = document.page().isEmpty() ? document.data(RdfFormat.TURTLE) : document.page();
    String path = Formats.preferredToPage(request).map(document::data).orElse(page);
    return HttpResponse.status(HttpStatus.SEE_OTHER)
        .contentLength(0)
        .header("Location", path)
        .header("Vary", "Accept")
        .header("Cache-Control", "public, max-age=60");
  }
}
