package fr.passerelle.api.feed;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.service.Event;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** Atom feeds of what changed in a vocabulary. */
// A feed is described by RFC 4287, not by OpenAPI.
@Hidden
@Controller("/feeds/vocab")
final class FeedController {
  private static final int ENTRIES = 100;

  private final Answers answers;
  private final Instance instance;
  private final Vocabularies vocabularies;

  FeedController(Answers answers, Instance instance, Vocabularies vocabularies) {
    this.answers = answers;
    this.instance = instance;
    this.vocabularies = vocabularies;
  }

  @Get("/{vocab}.atom")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> feed(HttpRequest<?> request, String vocab) {
    return answers.answer(
        request,
        "application/atom+xml; charset=utf-8",
        "",
        snapshot -> {
          PublishedScheme scheme = Lookup.scheme(snapshot, vocab);
          String edition = scheme.release().release().edition().id();
          byte[] feed =
              new VocabFeed(instance.uris(), instance.address(), scheme)
                  .write(Event.last(scheme, vocabularies.releases(edition), ENTRIES));
          return Answers.Content.of(feed).licensed(scheme.release().licence());
        });
  }
}
