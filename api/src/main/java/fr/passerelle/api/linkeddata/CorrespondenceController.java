package fr.passerelle.api.linkeddata;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.Snapshot;
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
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Correspondences and their associations: persistent names, documents, dumps. */
@Controller
@Produces(MediaType.ALL)
final class CorrespondenceController {
  private static final String ASSOCIATION = "/association/";

  private final Vocabularies vocabularies;
  private final Answers answers;
  private final Dumps dumps;
  private final Uris uris;
  private final Skos skos;

  CorrespondenceController(Vocabularies vocabularies, Answers answers, Dumps dumps, Uris uris) {
    this.vocabularies = vocabularies;
    this.answers = answers;
    this.dumps = dumps;
    this.uris = uris;
    this.skos = new Skos(uris);
  }

  /** {@code {author}/{source}--{target}}, or an association under it. */
  @Get("/id/correspondence/{+name}")
  HttpResponse<?> id(HttpRequest<?> request, String name) {
    return IdController.seeOther(request, document(name));
  }

  /** The same names with an extension. */
  @Get("/data/correspondence/{+name}")
  @ExecuteOn(WorkPools.READING)
  HttpResponse<?> data(HttpRequest<?> request, String name) throws IOException {
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1);
    String thing = dot < 0 ? name : name.substring(0, dot);
    if (thing.contains(ASSOCIATION)) {
      return association(request, thing, Formats.ofExtension(extension));
    }
    Syntax syntax = Syntax.of(extension, Syntax.OF_CORRESPONDENCES);
    PublishedCorrespondence found = correspondence(vocabularies.snapshot(), thing);
    return dumps.answer(
        request,
        Whole.of(found),
        syntax,
        Document.of(uris, found).links(syntax, Syntax.OF_CORRESPONDENCES));
  }

  private HttpResponse<?> association(HttpRequest<?> request, String name, RdfFormat format) {
    return answers.answer(
        request,
        Formats.contentType(format),
        "",
        snapshot -> {
          PublishedCorrespondence by = correspondence(snapshot, owner(name));
          Association association = association(by, key(name));
          return new Answers.Content(
              DataController.bytes(
                  out -> skos.write(format, out, by.release(), by.correspondence(), association)),
              Map.of("Link", Document.of(uris, by, association).links(format)));
        });
  }

  private Document document(String name) {
    Snapshot snapshot = vocabularies.snapshot();
    if (!name.contains(ASSOCIATION)) {
      return Document.of(uris, correspondence(snapshot, name));
    }
    PublishedCorrespondence by = correspondence(snapshot, owner(name));
    return Document.of(uris, by, association(by, key(name)));
  }

  private static String owner(String name) {
    return name.substring(0, name.indexOf(ASSOCIATION));
  }

  private static String key(String name) {
    return name.substring(name.indexOf(ASSOCIATION) + ASSOCIATION.length());
  }

  private static PublishedCorrespondence correspondence(Snapshot snapshot, String id) {
    return snapshot
        .findCorrespondence(id)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND,
                "Aucune correspondance publiée ne se nomme %s ; les plus proches : %s"
                    .formatted(Text.quoted(id), near(snapshot, id))));
  }

  private static String near(Snapshot snapshot, String id) {
    return snapshot.correspondences().stream()
        .map(each -> each.correspondence().id())
        .sorted(Comparator.comparingInt(each -> Text.distance(each, Text.cut(id))))
        .limit(3)
        .collect(Collectors.joining(", "));
  }

  private static Association association(PublishedCorrespondence by, String key) {
    return by.correspondence().associations().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND,
                "%s n'a pas d'association %s : une association se nomme par son premier code"
                    .formatted(by.correspondence().id(), Text.quoted(key))));
  }
}
