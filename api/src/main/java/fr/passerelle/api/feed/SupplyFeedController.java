package fr.passerelle.api.feed;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Bearer;
import fr.passerelle.catalog.delivery.Supplies;
import fr.passerelle.catalog.delivery.SupplyFollowUp;
import fr.passerelle.catalog.delivery.SupplyFollowUp.Announcement;
import fr.passerelle.catalog.key.Scope;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Late deliveries and conventions that end as an Atom feed: to a supplier its own, to the operator
 * all. A feed reader that sends a key is told of each once.
 */
// It is described by RFC 4287, not by OpenAPI.
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SupplyFeedController {
  private static final String PATH = "/feeds/conventions.atom";

  private final Bearer bearer;
  private final Supplies supplies;
  private final Instance instance;

  SupplyFeedController(Bearer bearer, Supplies supplies, Instance instance) {
    this.bearer = bearer;
    this.supplies = supplies;
    this.instance = instance;
  }

  @Get(PATH)
  HttpResponse<byte[]> feed(HttpRequest<?> request) {
    boolean operator = bearer.find(request).filter(key -> key.allows(Scope.OPERATOR)).isPresent();
    SupplyFollowUp all = supplies.followUp();
    SupplyFollowUp theirs =
        operator ? all : all.of(bearer.require(request, Scope.FIGURES).producer());
    return HttpResponse.ok(feed(theirs.announcements()).write())
        .contentType("application/atom+xml; charset=utf-8")
        .header("Cache-Control", "no-store");
  }

  private AtomFeed feed(List<Announcement> announcements) {
    @Nullable String cursor = null;
    String page = instance.address() + "/api/v1/conventions";
    return new AtomFeed(
        instance.uris().regionalBase() + PATH,
        "Conventions : livraisons en retard, conventions qui se terminent",
        announcements.stream()
            .map(each -> AtomFeed.midnight(each.since()))
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH),
        instance.profile().licence().label(),
        instance.profile().publisher().name(),
        page,
        new AtomFeed.Place(instance.address() + PATH, "", cursor, null),
        announcements.stream()
            .map(each ->
                AtomFeed.Entry.of(
                    instance.uris().regionalBase() + "/id/" + each.id(),
                    each.text(),
                    AtomFeed.midnight(each.since()),
                    page,
                    each.text()))
            .toList(),
        List.of());
  }
}
