package fr.passerelle.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A Passerelle: the way into all that it publishes. It is safe to share between threads, and one is
 * enough for an application.
 *
 * <pre>{@code
 * Passerelle passerelle = Passerelle.at("https://donnees.example.org");
 * Concept baker = passerelle.vocabularies().getConcept("rome-4", "D1102").send();
 * for (StudyItem study : passerelle.studies().listStudies().q("boulangerie")) {
 *   System.out.println(study.title());
 * }
 * }</pre>
 */
public final class Passerelle extends Groups {
  private Passerelle(Settings settings) {
    super(new Transport(settings));
  }

  /** The Passerelle at that address, e.g. {@code https://donnees.example.org}. */
  public static Passerelle at(String address) {
    return builder(address).build();
  }

  /** Says how to use the Passerelle at that address. */
  public static Builder builder(String address) {
    return new Builder(Addresses.base(address));
  }

  /** How a Passerelle is used: what is not said has a default that suits most. */
  public static final class Builder {
    private static final String CLIENT = "passerelle-java/" + VERSION;

    private final String address;
    private String userAgent = CLIENT;
    private @Nullable String key;
    private @Nullable String language;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration timeout = Duration.ofSeconds(30);
    private int retries = 4;
    private Duration firstBackoff = Duration.ofMillis(500);
    private long cacheBytes = 16L << 20;

    private Builder(String address) {
      this.address = address;
    }

    /** A key of the installation: for deposits, and for larger quotas. */
    public Builder key(String secret) {
      key = secret;
      return this;
    }

    /** Languages of labels and problems, the preferred first, e.g. {@code fr, en;q=0.5}. */
    public Builder language(String preferred) {
      language = preferred;
      return this;
    }

    /**
     * Name and version of the application, told before those of this client: {@code portal/2.1}.
     */
    public Builder application(String nameAndVersion) {
      userAgent = nameAndVersion + " " + CLIENT;
      return this;
    }

    /** How long a connection may take; by default ten seconds. */
    public Builder connectTimeout(Duration longest) {
      connectTimeout = longest;
      return this;
    }

    /** How long an answer may take, all attempts included; by default thirty seconds. */
    public Builder timeout(Duration longest) {
      timeout = longest;
      return this;
    }

    /** How many attempts follow one that failed for a passing reason; by default four at most. */
    public Builder retries(int most) {
      retries = most;
      return this;
    }

    /** The longest wait before the second attempt, doubled for each after it; by default 0.5 s. */
    public Builder firstBackoff(Duration longest) {
      firstBackoff = longest;
      return this;
    }

    /** How many bytes of earlier answers are kept, to be confirmed by the service; 0 for none. */
    public Builder cacheBytes(long most) {
      cacheBytes = most;
      return this;
    }

    /** The Passerelle. No request is sent yet. */
    public Passerelle build() {
      return new Passerelle(
          new Settings(
              address,
              userAgent,
              key,
              language,
              connectTimeout,
              timeout,
              retries,
              firstBackoff,
              cacheBytes));
    }
  }
}
