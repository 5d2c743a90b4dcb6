package fr.passerelle.api.linkeddata;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.DroppedCollections;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.skos.RdfFormat;
import fr.passerelle.vocab.skos.Skos;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** Collections of concepts: persistent names and documents. */
@Controller
@Produces(MediaType.ALL)
final class CollectionController {
  private final Vocabularies vocabularies;
  private final Answers answers;
  private final Uris uris;
  private final Skos skos;
  private final DroppedCollections dropped;

  CollectionController(
      Vocabularies vocabularies, Answers answers, Uris uris, DroppedCollections dropped) {
    this.dropped = dropped;
    this.vocabularies = vocabularies;
    this.answers = answers;
    this.uris = uris;
    this.skos = new Skos(uris);
  }

  /** {@code {author}/{word}}. */
  @Get("/id/collection/{author}/{word}")
  HttpResponse<?> id(HttpRequest<?> request, String author, String word) {
    PublishedCollection found =
        Lookup.collection(vocabularies.snapshot(), dropped, author + "/" + word);
    return IdController.seeOther(request, Document.of(uris, found));
  }

  /** The same names with an extension; a word has no dot. */
  @Get("/data/collection/{author}/{word}.{extension}")
  @ExecuteOn(WorkPools.READING)
  HttpResponse<?> data(HttpRequest<?> request, String author, String word, String extension) {
    RdfFormat format = Formats.ofExtension(extension);
    return answers.answer(
        request,
        Formats.contentType(format),
        "",
        snapshot -> {
          PublishedCollection found = Lookup.collection(snapshot, dropped, author + "/" + word);
          return new Answers.Content(
              DataController.bytes(
                  out -> skos.write(format, out, found.release(), found.collection())),
              Map.of("Link", Document.of(uris, found).links(format)));
        });
  }
}
