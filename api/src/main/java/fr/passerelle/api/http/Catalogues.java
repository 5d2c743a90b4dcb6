package fr.passerelle.api.http;

import fr.passerelle.catalog.key.ApiKey;
import fr.passerelle.catalog.key.Credential;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Reader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** The catalogue of studies as the bearer of a request sees it, and answers made from it. */
@Singleton
public final class Catalogues {
  private final Studies studies;
  private final Bearer bearer;
  private final Answers answers;

  Catalogues(Studies studies, Bearer bearer, Answers answers) {
    this.studies = studies;
    this.bearer = bearer;
    this.answers = answers;
  }

  /**
   * The catalogue for the bearer of a request: without key, what is public.
   *
   * @throws ProblemException UNAUTHENTICATED where it bears something that is no key
   */
  public CatalogueView of(HttpRequest<?> request) {
    return studies
        .catalogue()
        .as(bearer.find(request).map(Catalogues::reader).orElse(Reader.ANYONE));
  }

  private static Reader reader(Credential credential) {
    if (credential.allows(Scope.OPERATOR)) {
      return Reader.OPERATOR;
    }
    return credential instanceof ApiKey key && key.allows(Scope.STUDIES)
        ? Reader.of(key.producer())
        : Reader.ANYONE;
  }

  /**
   * Who writes.
   *
   * @throws ProblemException without a key that may deposit studies
   */
  public Actor actor(HttpRequest<?> request) {
    Optional<Credential> operator =
        bearer.find(request).filter(each -> each.allows(Scope.OPERATOR));
    if (operator.isPresent()) {
      return Actor.operator(operator.get().signature());
    }
    ApiKey key = bearer.require(request, Scope.STUDIES);
    return Actor.producer(key.producer(), key.id());
  }

  /**
   * The JSON answer to a request: for anyone it is kept under the state of the catalogue, for the
   * holder of a key it is made anew and kept by nobody.
   *
   * @param variant what it depends on besides the address: the language, the day
   */
  public HttpResponse<byte[]> json(
      HttpRequest<?> request, String variant, Function<CatalogueView, Answers.Content> content) {
    Negotiation.require(request, "application/json");
    return answer(request, Answers.JSON, variant, content);
  }

  /** The same in that media type, whatever the request accepts. */
  public HttpResponse<byte[]> answer(
      HttpRequest<?> request,
      String mediaType,
      String variant,
      Function<CatalogueView, Answers.Content> content) {
    CatalogueView view = of(request);
    if (view.reader().role() == Reader.Role.ANYONE) {
      return answers.answer(
          request,
          mediaType,
          variant + "/" + view.version(),
          // Who has a key may see more.
          snapshot ->
              content.apply(view).with("Vary", Answers.VARY + ", Authorization").tagged("studies"));
    }
    MutableHttpResponse<byte[]> response =
        answers.unkept(mediaType, content.apply(view), "private, no-store");
    response.getHeaders().set("Vary", Answers.VARY + ", Authorization");
    return response;
  }
}
