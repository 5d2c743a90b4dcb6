package fr.passerelle.api.study;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.catalog.citation.CitationFormat;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.skos.RdfFormat;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Persistent names of studies, of their producers and series: each leads to the form of what it
 * names that is asked for (303, RFC 9110, section 15.4.4), a page where all are one.
 */
// Names of linked data are told by the catalogue, not by OpenAPI.
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(WorkPools.READING)
final class StudyNameController {
  private static final String HTML = "text/html";
  private static final String JSON = "application/json";

  private final Catalogues catalogues;

  StudyNameController(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  @Get("/id/study/{id}")
  HttpResponse<?> study(HttpRequest<?> request, String id) {
    String name = FoundStudy.of(catalogues.of(request), id).id().value();
    String rest = "/api/v1/studies/" + name;
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put(HTML, "/doc/study/" + name);
    for (RdfFormat format : RdfFormat.values()) {
      forms.put(format.mediaType(), "/data/study/" + name + "." + format.extension());
    }
    forms.put(JSON, rest);
    for (CitationFormat format : CitationFormat.values()) {
      forms.put(format.mediaType(), rest + "?format=" + format.id());
    }
    return seeOther(request, forms);
  }

  @Get("/id/producer/{code}")
  HttpResponse<?> producer(HttpRequest<?> request, String code) {
    CatalogueView catalogue = catalogues.of(request);
    if (catalogue.producers().find(code).isEmpty()) {
      throw unknown("producteur", "/api/v1/producers", code);
    }
    return seeOther(
        request,
        Map.of(HTML, "/etudes?producer=" + Uris.path(code), JSON, "/api/v1/producers/" + code));
  }

  @Get("/id/series/{key}")
  HttpResponse<?> series(HttpRequest<?> request, String key) {
    boolean known =
        catalogues.of(request).series().stream().anyMatch(each -> each.key().equals(key));
    if (!known) {
      throw unknown("série", "/api/v1/series", key);
    }
    return seeOther(
        request, Map.of(HTML, "/etudes?series=" + key, JSON, "/api/v1/studies?series=" + key));
  }

  private static ProblemException unknown(String kind, String list, String code) {
    return new ProblemException(
        ProblemType.UNKNOWN_CODE,
        "Aucun(e) %s %s ; %s les donne.".formatted(kind, Text.quoted(code), list),
        new Problem.Detail("code", "un code donné par " + list));
  }

  /** To the form that the client prefers, of those by media type; the page first among equals. */
  private static HttpResponse<?> seeOther(HttpRequest<?> request, Map<String, String> forms) {
    ArrayList<String> types = new ArrayList<>(forms.keySet());
    types.remove(HTML);
    types.addFirst(HTML);
    String type =
        Negotiation.prefer(request, types)
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "Aucun des formats demandés par Accept n'est disponible ici ; il y a "
                        + String.join(", ", types)));
    return HttpResponse.status(HttpStatus.SEE_OTHER)
        .contentLength(0)
        .header("Location", String.valueOf(forms.get(type)))
        .header("Vary", "Accept")
        .header("Cache-Control", "public, max-age=60");
  }
}
