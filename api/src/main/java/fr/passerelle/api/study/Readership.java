package fr.passerelle.api.study;

import fr.passerelle.api.http.Reading;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.use.UseCounts;
import fr.passerelle.catalog.use.UseKind;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts what people do with studies. A request counts where it looks like one of a person: GET, of
 * an agent that does not say that it is a robot, not made in advance, without key.
 */
@Singleton
public final class Readership {
  /** Words by which robots say what they are. */
  private static final Pattern ROBOT =
      Pattern.compile(
          "bot\\b|bot[/;_ -]|crawl|spider|slurp|archiv|harvest|fetch|monitor|preview|scan|validator"
              + "|facebookexternalhit|headless|lighthouse|curl|wget|python|java/|java-http|okhttp"
              + "|go-http|libwww|httpclient|axios|node",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_AGENT = 500;

  private final UseCounts uses;

  Readership(UseCounts uses) {
    this.uses = uses;
  }

  /** Counts a use of a study that was found, if it is a person's. */
  public void count(HttpRequest<?> request, String id, UseKind kind) {
    if (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD) {
      StudyId.parse(id)
          .ifPresent(study ->
              Reading.each(
                  request,
                  reading -> {
                    if (isByPerson(reading)) {
                      uses.count(kind, study.value());
                    }
                  }));
    }
  }

  private static boolean isByPerson(Reading reading) {
    return !reading.head()
        && isPerson(reading.header().apply("User-Agent"))
        && reading.header().apply("Authorization") == null
        && !inAdvance(reading);
  }

  /** Browsers always say what they are. */
  static boolean isPerson(@Nullable String agent) {
    return agent != null
        && !agent.isBlank()
        && agent.length() <= LONGEST_AGENT
        && !ROBOT.matcher(agent).find();
  }

  private static boolean inAdvance(Reading reading) {
    String purpose =
        String.valueOf(reading.header().apply("Sec-Purpose"))
            + String.valueOf(reading.header().apply("Purpose"));
    return purpose.contains("prefetch") || purpose.contains("prerender");
  }
}
