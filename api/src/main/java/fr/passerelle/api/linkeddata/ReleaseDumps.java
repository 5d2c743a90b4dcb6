package fr.passerelle.api.linkeddata;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Dumps under the name of their release, {@code {edition}/release/{r}/{name}.{ext}[.gz]}, where the
 * name is that of a scheme or {@code correspondence/{author}/{source}--{target}}: what they say
 * stays whatever is published later. Under {@code {name}.{key}.{ext}}, which {@code
 * Content-Location} tells, the bytes stay too. {@code SHA256SUMS} beside them lists their digests
 * as {@code sha256sum -c} reads them.
 */
@Singleton
final class ReleaseDumps {
  private static final Pattern NAME =
      Pattern.compile(
          "([^/]+)/release/(.+?)/((?:correspondence/[^/]+/)?[^/]+?)(?:\\.([0-9a-f]{32}))?\\.([a-z]+)(\\.gz)?");
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
      Whole whole = whole(release, one.group(3));
      Syntax syntax = Syntax.of(one.group(5), whole.syntaxes());
      String key = one.group(4);
      return Optional.of(
          dumps.answer(request, dump(whole, syntax), key == null ? "" : key, one.group(6) != null));
    }
    Matcher sums = SUMS.matcher(name);
    return sums.matches()
        ? Optional.of(sums(release(sums.group(1), sums.group(2))))
        : Optional.empty();
  }

  private HttpResponse<?> sums(PublishedRelease release) throws IOException {
    StringBuilder list = new StringBuilder();
    for (Whole whole : Whole.of(release)) {
      for (Syntax syntax : whole.syntaxes()) {
        Digests digests = dumps.digests(dump(whole, syntax));
        String file = whole.name() + "." + syntax.extension();
        list.append(digests.plain()).append("  ").append(file).append('\n');
        list.append(digests.gzip()).append("  ").append(file).append(".gz\n");
      }
    }
    return HttpResponse.ok(list.toString())
        .contentType("text/plain; charset=utf-8")
        .header("Cache-Control", "public, max-age=3600");
  }

  /** A dump under the name of its release. */
  ReleaseDump dump(Whole whole, Syntax syntax) {
    return new ReleaseDump(whole, syntax, isCurrent(whole.release()));
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

  private static Whole whole(PublishedRelease release, String name) {
    List<Whole> all = Whole.of(release);
    return all.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                name.startsWith(Whole.CORRESPONDENCE)
                    ? ProblemType.NOT_FOUND
                    : ProblemType.UNKNOWN_VOCABULARY,
                "La version %s n'a pas le schéma ou la correspondance %s ; elle a %s"
                    .formatted(
                        release.release().id(),
                        Text.quoted(name),
                        all.stream().map(Whole::name).collect(Collectors.joining(", ")))));
  }
}
