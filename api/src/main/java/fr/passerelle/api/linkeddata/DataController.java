package fr.passerelle.api.linkeddata;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.Mementos;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.ReleaseUris;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.skos.Match;
import fr.passerelle.vocab.skos.RdfFormat;
import fr.passerelle.vocab.skos.Skos;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents in RDF: one of each concept and of each release, the whole of each scheme. */
@Controller
final class DataController {
  private final Mementos mementos;
  private final Answers answers;
  private final Dumps dumps;
  private final ReleaseDumps releaseDumps;
  private final Uris uris;
  private final Skos skos;

  DataController(
      Mementos mementos, Answers answers, Dumps dumps, ReleaseDumps releaseDumps, Uris uris) {
    this.mementos = mementos;
    this.answers = answers;
    this.dumps = dumps;
    this.releaseDumps = releaseDumps;
    this.uris = uris;
    this.skos = new Skos(uris);
  }

  /**
   * {@code {scheme}.{ext}}, {@code {scheme}/{code}.{ext}}, {@code {edition}/release/{r}.{ext}}, or
   * a dump of a release: one route, as codes may hold dots and slashes.
   */
  @Get("/data/vocab/{+name}")
  @Produces(MediaType.ALL)
  @ExecuteOn(WorkPools.READING)
  HttpResponse<?> data(HttpRequest<?> request, String name, @QueryValue @Nullable String release)
      throws IOException {
    Optional<HttpResponse<?>> ofRelease = releaseDumps.find(request, name);
    if (ofRelease.isPresent()) {
      return ofRelease.get();
    }
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1);
    String thing = dot < 0 ? name : name.substring(0, dot);
    int slash = thing.indexOf('/');
    if (slash < 0) {
      Mementos.State state = mementos.of(request, thing, release);
      return dump(request, state.snapshot(), thing, Syntax.of(extension, Syntax.OF_SCHEMES));
    }
    RdfFormat format = Formats.ofExtension(extension);
    String scheme = thing.substring(0, slash);
    Mementos.State state = mementos.of(request, scheme, release);
    return document(request, state, format, scheme, thing.substring(slash + 1));
  }

  private HttpResponse<?> dump(
      HttpRequest<?> request, Snapshot snapshot, String name, Syntax syntax) throws IOException {
    PublishedScheme scheme = Lookup.scheme(snapshot, name);
    return dumps.answer(
        request,
        Whole.of(scheme),
        syntax,
        Document.of(uris, scheme).links(syntax, Syntax.OF_SCHEMES));
  }

  @Get("/ns")
  @Produces(MediaType.ALL)
  HttpResponse<?> ontology(HttpRequest<?> request) {
    return ontology(request, Formats.preferred(request));
  }

  @Get("/ns.{extension}")
  @Produces(MediaType.ALL)
  HttpResponse<?> ontology(HttpRequest<?> request, String extension) {
    return ontology(request, Formats.ofExtension(extension));
  }

  private HttpResponse<?> ontology(HttpRequest<?> request, RdfFormat format) {
    return answers.answer(
        request,
        Formats.contentType(format),
        "",
        snapshot ->
            new Answers.Content(bytes(out -> skos.write(format, out, skos.ontology())), Map.of()));
  }

  private HttpResponse<?> document(
      HttpRequest<?> request, Mementos.State state, RdfFormat format, String scheme, String code) {
    return answers.answer(
        request,
        Formats.contentType(format),
        state.variant(),
        state.snapshot(),
        snapshot -> {
          Optional<PublishedRelease> release = Releases.find(snapshot, scheme, code);
          return release.isPresent()
              ? release(format, release.get())
              : state.describe(
                  request, concept(format, snapshot, Lookup.scheme(snapshot, scheme), code));
        });
  }

  private Answers.Content release(RdfFormat format, PublishedRelease release) {
    return new Answers.Content(
        bytes(out -> skos.write(format, out, skos.attribution(release))),
        Map.of("Link", Document.of(uris, release).links(format)));
  }

  private Answers.Content concept(
      RdfFormat format, Snapshot snapshot, PublishedScheme scheme, String code) {
    Concept concept = Lookup.concept(snapshot, scheme, code);
    return new Answers.Content(
        bytes(out ->
            skos.write(
                format,
                out,
                scheme.releaseOf(concept),
                concept,
                ref -> snapshot.inverse(ref).toList(),
                matches(snapshot, concept),
                Besides.of(snapshot, concept))),
        Map.of("Link", Document.of(uris, scheme, concept).links(format)));
  }

  /**
   * What published correspondences say of a concept, from either end. Of a national concept, those
   * of regions are left to their own documents: a mapping property names no author.
   */
  private List<Match> matches(Snapshot snapshot, Concept concept) {
    boolean national =
        snapshot
            .findScheme(concept.ref().scheme())
            .filter(each -> each.releaseOf(concept).release().edition().national())
            .isPresent();
    return snapshot
        .mappings(concept.ref())
        .filter(mapping -> !national || mapping.by().release().release().edition().national())
        .map(mapping ->
            new Match(
                mapping.pair().predicate(),
                snapshot
                    .findScheme(mapping.pair().to().scheme())
                    .map(PublishedScheme::release)
                    .map(each -> new ReleaseUris(uris, each.release()))
                    .orElseGet(() -> new ReleaseUris(uris, mapping.by().release().release()))
                    .concept(mapping.pair().to())))
        .toList();
  }

  /** Something that writes a document. */
  @FunctionalInterface
  interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  static byte[] bytes(Writing writing) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writing.to(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
