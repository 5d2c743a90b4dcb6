package fr.passerelle.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.passerelle.api.GuardedService;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.Access;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of the operator's identity provider, true ones and those that attackers make. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorTokenTest {
  private static final String AUDIT = "/api/v1/audit";

  private final TestIssuer issuer = new TestIssuer();
  private final GuardedService service;

  OperatorTokenTest(@TempDir Path folder) throws IOException {
    service =
        new GuardedService(
            folder, new Access(0, 0, List.of(), Optional.of(issuer.asInProfile())), 0);
  }

  @AfterAll
  void stop() {
    service.close();
    issuer.close();
  }

  private HttpResponse<String> audit(String token) {
    return service.get(AUDIT, "Authorization", "Bearer " + token);
  }

  @Test
  @Order(1)
  void a_token_of_the_issuer_is_admitted_where_the_key_of_an_operator_is() {
    String elliptic =
        TestIssuer.sign(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("ec-1")
                .type(new JOSEObjectType("at+jwt"))
                .build(),
            issuer.ec,
            TestIssuer.claims());

    assertThat(audit(issuer.token(TestIssuer.claims())).statusCode()).isEqualTo(200);
    assertThat(audit(elliptic).statusCode()).isEqualTo(200);
    assertThat(issuer.asked()).as("keys are kept").isEqualTo(1);
  }

  @Test
  @Order(2)
  void what_an_operator_writes_with_a_token_is_signed_by_its_subject() {
    HttpResponse<String> answer =
        service.send(
            "POST",
            "/api/v1/studies",
            "{\"producers\": [\"insee\"], \"title\": \"Étude d'essai\", \"status\": \"published\","
                + " \"issued\": \"2024\", \"territories\": [\"R93\"], \"themes\": [\"emploi\"]}",
            "Authorization",
            "Bearer " + issuer.token(TestIssuer.claims()),
            "Content-Type",
            "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);

    String trail = audit(issuer.token(TestIssuer.claims())).body();
    assertThat(JsonPath.parse(trail).read("$.items[0].means", String.class))
        .isEqualTo("oidc f3b1-42");
    assertThat(JsonPath.parse(trail).read("$.items[0].action", String.class))
        .isEqualTo("study-deposited");
  }

  private Stream<Arguments> falseTokens() throws JOSEException {
    RSAKey stranger = TestIssuer.rsa("rsa-1");
    JWSHeader rs256 = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1").build();
    String valid = issuer.token(TestIssuer.claims());
    return Stream.of(
        Arguments.of("alg none", new PlainJWT(TestIssuer.claims().build()).serialize()),
        Arguments.of("alg none, signature kept", none(valid)),
        Arguments.of("the public key as a shared secret", hmac()),
        Arguments.of("signed by a stranger", TestIssuer.sign(rs256, stranger, TestIssuer.claims())),
        Arguments.of(
            "the stranger's key in the header",
            TestIssuer.sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(stranger.toPublicJWK()).build(),
                stranger,
                TestIssuer.claims())),
        Arguments.of(
            "the stranger's address in the header",
            TestIssuer.sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID("rsa-1")
                    .jwkURL(URI.create("http://127.0.0.1:1/keys"))
                    .build(),
                stranger,
                TestIssuer.claims())),
        Arguments.of("a key named by a path", kid("../../../../dev/null", stranger)),
        Arguments.of("a key named by SQL", kid("' union select 'x' --", stranger)),
        Arguments.of(
            "a critical extension",
            TestIssuer.sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID("rsa-1")
                    .criticalParams(Set.of("x"))
                    .customParam("x", 1)
                    .build(),
                issuer.rsa,
                TestIssuer.claims())),
        Arguments.of(
            "another type",
            TestIssuer.sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID("rsa-1")
                    .type(new JOSEObjectType("dpop+jwt"))
                    .build(),
                issuer.rsa,
                TestIssuer.claims())),
        Arguments.of("expired", issuer.token(TestIssuer.claims().expirationTime(ago(120)))),
        Arguments.of("not yet valid", issuer.token(TestIssuer.claims().notBeforeTime(ago(-120)))),
        Arguments.of("without end", issuer.token(TestIssuer.claims().expirationTime(null))),
        Arguments.of("without subject", issuer.token(TestIssuer.claims().subject(null))),
        Arguments.of("for others", issuer.token(TestIssuer.claims().audience("autre"))),
        Arguments.of("for nobody", issuer.token(TestIssuer.claims().audience((String) null))),
        Arguments.of("of another issuer", issuer.token(TestIssuer.claims().issuer("https://x/"))),
        Arguments.of("cut", valid.substring(0, valid.length() - 4)),
        Arguments.of("claims changed", changed(valid)),
        Arguments.of("very long", valid + "A".repeat(3_000)),
        Arguments.of("dots", "..."),
        Arguments.of("no JSON", "eyJ.eyJ.abc"));
  }

  private static Date ago(int seconds) {
    return Date.from(Instant.now().minusSeconds(seconds));
  }

  private static String kid(String id, RSAKey key) {
    return TestIssuer.sign(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(), key, TestIssuer.claims());
  }

  /** Confusion of RS256 and HS256 (RFC 8725, section 2.1). */
  private String hmac() throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(),
            TestIssuer.claims().build());
    token.sign(new MACSigner(issuer.rsa.toRSAPublicKey().getEncoded()));
    return token.serialize();
  }

  private static String none(String valid) {
    String header = base64("{\"alg\":\"none\",\"kid\":\"rsa-1\"}");
    return header + valid.substring(valid.indexOf('.'));
  }

  private static String changed(String valid) {
    String[] parts = valid.split("\\.", -1);
    JWTClaimsSet other = TestIssuer.claims().subject("root").build();
    return parts[0] + "." + base64(other.toString()) + "." + parts[2];
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("falseTokens")
  @Order(3)
  void a_false_token_opens_nothing(String name, String token) {
    HttpResponse<String> answer = audit(token);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("invalid_token");
    assertThat(answer.body()).contains("/problems/unauthenticated").doesNotContain(token);
  }

  @Test
  @Order(4)
  void a_true_token_without_the_role_is_told_what_it_lacks_and_writes_for_no_producer() {
    String reader =
        issuer.token(
            TestIssuer.claims().claim("realm_access", Map.of("roles", List.of("lecteur"))));

    assertThat(audit(reader).statusCode()).isEqualTo(403);
    assertThat(
            audit(issuer.token(TestIssuer.claims().claim("realm_access", "exploitant")))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            service
                .send(
                    "POST",
                    "/api/v1/deposits?kind=csv",
                    "code;fr",
                    "Content-Type",
                    "text/csv",
                    "Authorization",
                    "Bearer " + issuer.token(TestIssuer.claims()))
                .statusCode())
        .as("an operator is no author")
        .isEqualTo(403);
  }

  @Test
  @Order(5)
  void keys_that_nobody_has_do_not_make_us_ask_the_issuer_again_and_again() {
    int before = issuer.asked();
    RSAKey stranger = TestIssuer.rsa("x");
    for (int i = 0; i < 20; i++) {
      assertThat(audit(kid("unknown-" + i, stranger)).statusCode()).isEqualTo(401);
    }

    assertThat(issuer.asked() - before).isLessThanOrEqualTo(2);
  }

  @Test
  @Order(6)
  void an_issuer_that_is_silent_does_not_matter_to_who_holds_a_token_of_a_known_key() {
    issuer.close();

    assertThat(audit(issuer.token(TestIssuer.claims())).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(7)
  void an_issuer_that_never_answered_makes_it_unavailable_and_keys_go_on(@TempDir Path other)
      throws IOException {
    try (GuardedService without =
        new GuardedService(
            other, new Access(0, 0, List.of(), Optional.of(issuer.asInProfile())), 0)) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> answer =
            without.get(AUDIT, "Authorization", "Bearer " + issuer.token(TestIssuer.claims()));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      String key = without.key(Scope.OPERATOR, "", 0).secret();
      assertThat(without.get(AUDIT, "Authorization", "Bearer " + key).statusCode()).isEqualTo(200);
      assertThat(without.get("/api/v1/vocabs").statusCode()).isEqualTo(200);
    }
  }
}
