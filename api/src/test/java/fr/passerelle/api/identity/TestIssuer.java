package fr.passerelle.api.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.OperatorIssuer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider on this machine, with real keys. */
final class TestIssuer implements AutoCloseable {
  static final String AUDIENCE = "passerelle";
  private static final String ISSUER = "https://connect.example.org/realms/oref";

  final RSAKey rsa = rsa("rsa-1");
  final ECKey ec = ec();

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();

  TestIssuer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] keys =
        new JWKSet(List.<JWK>of(rsa, ec))
            .toPublicJWKSet()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/certs",
        exchange -> {
          asked.incrementAndGet();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(keys);
          }
        });
    server.start();
  }

  static RSAKey rsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey ec() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a profile names it. */
  OperatorIssuer asInProfile() {
    return new OperatorIssuer(
        ISSUER,
        AUDIENCE,
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/certs"),
        "realm_access.roles",
        Map.of("exploitant", Scope.OPERATOR));
  }

  /** How often its keys were asked for. */
  int asked() {
    return asked.get();
  }

  /** Claims of an operator, good for a minute. */
  static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("f3b1-42")
        .issueTime(Date.from(Instant.now()))
        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
        .claim("realm_access", Map.of("roles", List.of("lecteur", "exploitant")));
  }

  /** A token signed by its RSA key. */
  String token(JWTClaimsSet.Builder claims) {
    return sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1").build(), rsa, claims);
  }

  /** A token with that header, signed by that key. */
  static String sign(JWSHeader header, JWK key, JWTClaimsSet.Builder claims) {
    try {
      JWSSigner signer =
          key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey());
      SignedJWT signed = new SignedJWT(header, claims.build());
      signed.sign(signer);
      return signed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
