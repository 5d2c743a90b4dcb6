package fr.passerelle.api.feed;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.service.Followed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

/** Atom feeds of what changed in a vocabulary or a correspondence. */
// A feed is described by RFC 4287 and RFC 5005, not by OpenAPI.
@Hidden
@Controller("/feeds")
// Earlier releases are read from their files.
@ExecuteOn(WorkPools.READING)
final class FeedController {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;
  private final News news;

  FeedController(Answers answers, Instance instance, Cursors cursors, News news) {
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
    this.news = news;
  }

  @Get("/vocab/{vocab}.atom")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> vocab(
      HttpRequest<?> request, String vocab, @QueryValue @Nullable String cursor) {
    return feed(request, vocab, cursor);
  }

  @Get("/correspondence/{author}/{schemes}.atom")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> correspondence(
      HttpRequest<?> request, String author, String schemes, @QueryValue @Nullable String cursor) {
    return feed(request, author + "/" + schemes, cursor);
  }

  private HttpResponse<byte[]> feed(HttpRequest<?> request, String id, @Nullable String cursor) {
    String list = request.getPath();
    String after = cursor == null ? "" : cursors.open(list, cursor);
    return answers.answer(
        request,
        "application/atom+xml; charset=utf-8",
        "",
        snapshot -> {
          Followed followed = Lookup.followed(snapshot, id);
          News.Page page = news.page(followed, after);
          String next = page.last() == null ? null : cursors.sign(list, page.last());
          ChangeFeed feed =
              new ChangeFeed(instance.uris(), instance.address(), snapshot, followed, cursor, next);
          return Answers.Content.of(feed.feed(page.items()).write()).from(followed.release());
        });
  }
}
