package fr.passerelle.api.http;

import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Reader;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Addresses that studies had before they came here, and which lead to them for good. */
@Singleton
final class OldAddresses {
  private final Studies studies;

  OldAddresses(Studies studies) {
    this.studies = studies;
  }

  /** Where the study of an old path is now, if anyone may see it: a page for who prefers pages. */
  Optional<String> find(HttpRequest<?> request) {
    boolean page =
        Negotiation.prefer(request, List.of("application/json", "text/html"))
            .filter("text/html"::equals)
            .isPresent();
    return studies
        .catalogue()
        .as(Reader.ANYONE)
        .findAlias(request.getPath())
        .map(study -> (page ? "/doc/study/" : "/api/v1/studies/") + study.id());
  }
}
