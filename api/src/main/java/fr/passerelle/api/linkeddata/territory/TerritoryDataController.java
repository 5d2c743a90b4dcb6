package fr.passerelle.api.linkeddata.territory;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.PerimeterDesk;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Territories;
import fr.passerelle.api.http.Text;
import fr.passerelle.api.linkeddata.Formats;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.TerritoryNames;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.catalog.territory.store.StoredPerimeter;
import fr.passerelle.vocab.skos.RdfFormat;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/** The persistent names of territories, zonings and perimeters, and the document of each. */
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TerritoryDataController {
  private static final String COMMUNES = "Communes";

  private final Answers answers;
  private final PerimeterDesk perimeters;
  private final Instance instance;

  TerritoryDataController(Answers answers, PerimeterDesk perimeters, Instance instance) {
    this.answers = answers;
    this.perimeters = perimeters;
    this.instance = instance;
  }

  @Get("/id/territory/{code}")
  HttpResponse<?> territory(HttpRequest<?> request, String code) {
    known(perimeters.geography(), code);
    return seeOther(request, "/data/territory/" + code);
  }

  @Get("/id/zoning/{id}")
  HttpResponse<?> zoning(HttpRequest<?> request, String id) {
    zones(perimeters.geography(), id);
    return seeOther(request, "/data/zoning/" + id);
  }

  @Get("/id/perimeter/{hash}")
  HttpResponse<?> perimeter(HttpRequest<?> request, String hash) {
    return seeOther(request, "/data/perimeter/" + perimeters.get(hash).id());
  }

  /** A document is what a machine reads: there is no page. */
  private static HttpResponse<?> seeOther(HttpRequest<?> request, String data) {
    RdfFormat format = Formats.preferredToPage(request).orElse(RdfFormat.TURTLE);
    return HttpResponse.status(HttpStatus.SEE_OTHER)
        .contentLength(0)
        .header("Location", data + "." + format.extension())
        .header("Vary", "Accept")
        .header("Cache-Control", "public, max-age=60");
  }

  /** Codes of zones may hold dots. */
  @Get("/data/territory/{name}")
  HttpResponse<?> territoryData(HttpRequest<?> request, String name) {
    Geography geography = perimeters.geography();
    Territory territory = known(geography, stem(name));
    return document(request, name, geography, geography.version(), about(geography, territory));
  }

  private Function<TerritoryDescription, Said> about(Geography geography, Territory territory) {
    return description ->
        new Said(
            description.names().territory(geography, territory),
            description.origin(territory),
            Stream.of(
                Territories.former(geography, territory.toString())
                    .map(former ->
                        description.former(
                            former, geography.biography(former.code()).orElseThrow()))
                    .orElseGet(() ->
                        description.territory(Territories.get(geography, territory.toString())))));
  }

  @Get("/data/zoning/{name}")
  HttpResponse<?> zoningData(HttpRequest<?> request, String name) {
    Geography geography = perimeters.geography();
    String id = stem(name);
    List<Zone> zones = zones(geography, id);
    return document(
        request,
        name,
        geography,
        geography.version(),
        description ->
            new Said(
                description.names().zoning(geography, id),
                geography.zoning(id).map(Zoning::origin).orElse(geography.origin()),
                description.zoning(
                    id, geography.zoning(id).map(Zoning::title).orElse(COMMUNES), zones)));
  }

  @Get("/data/perimeter/{name}")
  HttpResponse<?> perimeterData(HttpRequest<?> request, String name) {
    Geography geography = perimeters.geography();
    StoredPerimeter stored = perimeters.get(stem(name));
    return document(
        request,
        name,
        geography,
        geography.version() + "/" + stored.createdAt(),
        description ->
            new Said(
                description.names().perimeter(stored.id()),
                geography.origin(),
                Stream.of(description.perimeter(stored))));
  }

  /** What a document says of a thing, and who says it. */
  private record Said(String about, Zoning.Origin origin, Stream<List<Triple>> parts) {}

  private HttpResponse<?> document(
      HttpRequest<?> request,
      String name,
      Geography geography,
      String variant,
      Function<TerritoryDescription, Said> describe) {
    RdfFormat format = Formats.ofExtension(name.substring(name.lastIndexOf('.') + 1));
    return answers.answer(
        request,
        Formats.contentType(format),
        variant,
        snapshot -> {
          TerritoryDescription description =
              new TerritoryDescription(
                  geography, new TerritoryNames(instance.uris()), instance.address());
          Said said = describe.apply(description);
          String address = instance.address() + request.getPath();
          return Answers.Content.of(
                  bytes(
                      format,
                      Stream.concat(
                          said.parts(),
                          description.document(address, said.about(), said.origin()).stream())))
              .licensed(said.origin().licence())
              .linked(said.about(), "canonical");
        });
  }

  private static byte[] bytes(RdfFormat format, Stream<List<Triple>> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Terms.WRITER.write(format, out, parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return out.toByteArray();
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** A territory of today, or a commune that is no more. */
  private static Territory known(Geography geography, String code) {
    return Territories.former(geography, code)
        .orElseGet(() -> Territories.get(geography, code).territory());
  }

  private static List<Zone> zones(Geography geography, String id) {
    if (id.equals(Territory.COMMUNE)) {
      return geography.all().stream()
          .mapToObj(geography::code)
          .flatMap(code -> geography.find(Territory.commune(code)).stream())
          .toList();
    }
    if (id.equals(Territory.FRANCE.zoning())) {
      return geography.zones().stream()
          .filter(each -> each.territory().zoning().equals(id))
          .toList();
    }
    return Optional.of(id)
        .flatMap(geography::zoning)
        .map(Zoning::zones)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNKNOWN_CODE,
                "Aucun zonage %s ; il y a %s."
                    .formatted(
                        Text.quoted(id),
                        String.join(", ", geography.zonings().stream().map(Zoning::id).toList()))));
  }
}
