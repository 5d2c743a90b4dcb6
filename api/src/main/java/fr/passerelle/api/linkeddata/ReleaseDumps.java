package fr.passerelle.api.linkeddata;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.release.ReleaseLinks;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Dumps under the name of their release, {@code {edition}/release/{r}/{scheme}.{ext}[.gz]}: an
 * address that says the same for ever, whatever is published later. {@code SHA256SUMS} beside them
 * lists their digests as {@code sha256sum -c} reads them.
 */
@Singleton
final class ReleaseDumps {
  private static final Pattern NAME =
      Pattern.compile("([^/]+)/release/(.+)/([^/]+?)\\.([a-z]+)(\\.gz)?");
  private static final Pattern SUMS = Pattern.compile("([^/]+)/release/(.+)/SHA256SUMS");

  private final Vocabularies vocabularies;
  private final Dumps dumps;

  ReleaseDumps(Vocabularies vocabularies, Dumps dumps) {
    this.vocabularies = vocabularies;
    this.dumps = dumps;
  }

  /** The answer, if the name is one of such a dump or of their list. */
  Optional<HttpResponse<?>> find(HttpRequest<?> request, String name) throws IOException {
    Matcher one = NAME.matcher(name);
    if (one.matches()) {
      PublishedRelease release = release(one.group(1), one.group(2));
      Syntax syntax = Syntax.of(one.group(4), Syntax.OF_SCHEMES);
      Scheme scheme = scheme(release.release(), one.group(3));
      return Optional.of(
          dumps.answer(
              request,
              dump(release, scheme, syntax),
              one.group(5) != null,
              ReleaseLinks.of(release.release())::inverse));
    }
    Matcher sums = SUMS.matcher(name);
    return sums.matches()
        ? Optional.of(sums(release(sums.group(1), sums.group(2))))
        : Optional.empty();
  }

  private HttpResponse<?> sums(PublishedRelease release) throws IOException {
    ReleaseLinks links = ReleaseLinks.of(release.release());
    StringBuilder list = new StringBuilder();
    for (Scheme scheme : release.release().schemes()) {
      for (Syntax syntax : Syntax.OF_SCHEMES) {
        Digests digests = dumps.digests(dump(release, scheme, syntax), links::inverse);
        String file = scheme.id() + "." + syntax.extension();
        list.append(digests.plain()).append("  ").append(file).append('\n');
        list.append(digests.gzip()).append("  ").append(file).append(".gz\n");
      }
    }
    return HttpResponse.ok(list.toString())
        .contentType("text/plain; charset=utf-8")
        .header("Cache-Control", "public, max-age=86400");
  }

  private ReleaseDump dump(PublishedRelease release, Scheme scheme, Syntax syntax) {
    return new ReleaseDump(new Whole.OfScheme(release, scheme), syntax, isCurrent(release));
  }

  private boolean isCurrent(PublishedRelease release) {
    return vocabularies.snapshot().releases().stream()
        .anyMatch(each -> each.hash().equals(release.hash()) && each.equals(release));
  }

  private PublishedRelease release(String edition, String release) throws IOException {
    return vocabularies
        .findRelease(edition, release)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND,
                "La version %s de %s n'est pas conservée ici"
                    .formatted(Text.quoted(release), Text.quoted(edition))));
  }

  private static Scheme scheme(Release release, String id) {
    return release.schemes().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNKNOWN_VOCABULARY,
                "La version %s n'a pas le schéma %s ; elle a %s"
                    .formatted(
                        release.id(),
                        Text.quoted(id),
                        release.schemes().stream()
                            .map(Scheme::id)
                            .collect(Collectors.joining(", ")))));
  }
}
