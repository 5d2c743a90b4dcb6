package fr.passerelle.api.linkeddata;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.skos.Beside.Annotated;
import fr.passerelle.vocab.skos.RdfFormat;
import fr.passerelle.vocab.skos.Skos;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;

/** What an edition says of a concept of another: persistent names and documents. */
@Controller
@Produces(MediaType.ALL)
final class RegionalController {
  private final Vocabularies vocabularies;
  private final Answers answers;
  private final Uris uris;
  private final Skos skos;

  RegionalController(Vocabularies vocabularies, Answers answers, Uris uris) {
    this.vocabularies = vocabularies;
    this.answers = answers;
    this.uris = uris;
    this.skos = new Skos(uris);
  }

  /** What was found under a name. */
  private record Said(PublishedRelease release, Concept concept, List<Annotated> annotations) {}

  /** {@code {edition}/{scheme}/{code}}. */
  @Get("/id/regional/{edition}/{scheme}/{+code}")
  HttpResponse<?> id(HttpRequest<?> request, String edition, String scheme, String code) {
    return IdController.seeOther(
        request, document(find(vocabularies.snapshot(), edition, scheme, code)));
  }

  /** The same names with an extension: codes may hold dots. */
  @Get("/data/regional/{edition}/{scheme}/{+code}")
  @ExecuteOn(WorkPools.READING)
  HttpResponse<?> data(HttpRequest<?> request, String edition, String scheme, String code) {
    int dot = code.lastIndexOf('.');
    RdfFormat format = Formats.ofExtension(dot < 0 ? "" : code.substring(dot + 1));
    String name = dot < 0 ? code : code.substring(0, dot);
    return answers.answer(
        request,
        Formats.contentType(format),
        "",
        snapshot -> {
          Said said = find(snapshot, edition, scheme, name);
          return new Answers.Content(
              DataController.bytes(
                  out -> skos.write(format, out, said.release(), said.annotations())),
              Map.of("Link", document(said).links(format)));
        });
  }

  private Document document(Said said) {
    return Document.of(uris, said.release(), said.concept().ref());
  }

  private static Said find(Snapshot snapshot, String edition, String scheme, String code) {
    Concept concept = Lookup.concept(snapshot, Lookup.scheme(snapshot, scheme), code);
    List<Annotated> annotations =
        snapshot.annotations(concept.ref()).stream()
            .filter(each -> each.release().release().edition().id().equals(edition))
            .map(each -> new Annotated(each.release(), each.annotation(), each.number()))
            .toList();
    if (annotations.isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "%s ne dit rien de %s".formatted(Text.quoted(edition), concept.ref()));
    }
    return new Said(annotations.getFirst().release(), concept, annotations);
  }
}
