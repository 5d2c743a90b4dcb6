package fr.passerelle.api.web;

import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** Files that pages load; nothing of a page comes from elsewhere. */
@Controller
final class AssetController {

  @Get("/assets/{file}")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> asset(HttpRequest<?> request, String file) {
    String path = "/assets/" + file;
    Asset asset =
        Asset.like(path)
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "Aucun fichier à l'adresse " + Text.quoted(path)));
    if (!path.equals(asset.path())) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "Ce fichier est maintenant à " + asset.path());
    }
    boolean gzip = Negotiation.acceptsGzip(request);
    String etag = asset.etag(gzip);
    MutableHttpResponse<byte[]> response =
        Negotiation.matches(request, etag)
            ? HttpResponse.notModified()
            : HttpResponse.ok(asset.bytes(gzip)).contentType(asset.mediaType());
    if (gzip && response.body() != null) {
      response.header("Content-Encoding", "gzip");
    }
    return response
        .header("ETag", etag)
        .header("Vary", "Accept-Encoding")
        .header("Cache-Control", "public, max-age=31536000, immutable");
  }
}
