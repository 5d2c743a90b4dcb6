package fr.passerelle.api.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import fr.passerelle.api.Instance;
import fr.passerelle.catalog.key.Credential;
import fr.passerelle.catalog.key.OperatorToken;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.OperatorIssuer;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens that the identity provider of the profile issued (JWT, RFC 7519; best practice of RFC
 * 8725). Only signatures by a private key are admitted, so that a public key is never taken for a
 * shared secret; the header of a token names a key of the provider and brings none.
 */
@Singleton
final class OperatorTokens {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorTokens.class);

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final int LONGEST = 8_000;
  private static final int TIMEOUT = 2_000;
  private static final int LARGEST_KEYS = 256 << 10;

  /** In milliseconds: how long keys are good, and how long where the provider is silent. */
  private static final long FRESH = 300_000;

  private static final long GOOD_WITHOUT_PROVIDER = 86_400_000;

  /** Between two questions to the provider, whatever unknown keys tokens name. */
  private static final long COOL_DOWN = 10_000;

  private static final int SKEW = 30;

  private final Optional<OperatorIssuer> issuer;
  private final Optional<DefaultJWTProcessor<SecurityContext>> processor;
  private volatile boolean keysSeen;

  OperatorTokens(Instance instance) {
    issuer = instance.profile().access().operators();
    processor = issuer.map(OperatorTokens::processor);
  }

  private static DefaultJWTProcessor<SecurityContext> processor(OperatorIssuer issuer) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(issuer)));
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            issuer.audience(),
            new JWTClaimsSet.Builder().issuer(issuer.issuer()).build(),
            Set.of("sub", "exp", "iat"));
    claims.setMaxClockSkew(SKEW);
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  private static JWKSource<SecurityContext> keys(OperatorIssuer issuer) {
    try {
      return JWKSourceBuilder.<SecurityContext>create(
              issuer.keys().toURL(), new DefaultResourceRetriever(TIMEOUT, TIMEOUT, LARGEST_KEYS))
          .cache(FRESH, 2L * TIMEOUT)
          .refreshAheadCache(false)
          .rateLimited(COOL_DOWN)
          .outageTolerant(GOOD_WITHOUT_PROVIDER)
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("the profile is checked", e);
    }
  }

  /**
   * The bearer of a valid token.
   *
   * @throws ProblemException UNAVAILABLE where the provider gave no keys yet and does not answer
   */
  Optional<Credential> find(String token) {
    if (processor.isEmpty() || token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JWTClaimsSet claims = processor.get().process(SignedJWT.parse(token), null);
      keysSeen = true;
      return Optional.of(
          new OperatorToken(claims.getSubject(), scopes(issuer.orElseThrow(), claims.getClaims())));
    } catch (RateLimitReachedException e) {
      // A key that the provider does not have, asked for again and again.
      if (keysSeen) {
        return Optional.empty();
      }
      throw unavailable(e);
    } catch (KeySourceException e) {
      throw unavailable(e);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      LOG.debug("a token is refused", e);
      return Optional.empty();
    }
  }

  private static ProblemException unavailable(Exception e) {
    LOG.warn(
        "les clés de l'émetteur des jetons d'exploitant ne sont pas lues : {}", e.getMessage());
    return new ProblemException(
        ProblemType.UNAVAILABLE,
        "Le jeton ne peut pas être vérifié : son émetteur ne répond pas. Réessayer, ou employer une"
            + " clé.",
        List.of(),
        Map.of("Retry-After", "10"));
  }

  private static Set<Scope> scopes(OperatorIssuer issuer, Map<String, Object> claims) {
    return roles(issuer.claim(), claims)
        .flatMap(role -> Stream.ofNullable(issuer.scopes().get(role)))
        .collect(Collectors.toSet());
  }

  /** Words of a claim, which is a list or, as OAuth writes scopes, a text with spaces. */
  private static Stream<String> roles(String path, Map<String, Object> claims) {
    @Nullable Object value = claims;
    for (String step : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return switch (value) {
      case null -> Stream.empty();
      case List<?> list -> list.stream().filter(Objects::nonNull).map(String::valueOf);
      case String text -> Arrays.stream(text.split(" ", -1));
      default -> Stream.empty();
    };
  }
}
