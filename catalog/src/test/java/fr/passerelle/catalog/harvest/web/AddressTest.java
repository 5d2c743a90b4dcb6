package fr.passerelle.catalog.harvest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.vocab.RefusedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses are written as numbers here: no test asks a name server. */
class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "10.1.2.3, true",
    "172.16.0.1, true",
    "192.168.1.1, true",
    "169.254.169.254, true",
    "100.64.0.1, true",
    "0.0.0.0, true",
    "255.255.255.255, true",
    "224.0.0.1, true",
    "198.18.0.1, true",
    "::1, true",
    "fe80::1, true",
    "fd00::1, true",
    "64:ff9b::a00:1, true",
    "2002:a00:1::1, true",
    "93.184.216.34, false",
    "2a00:1450::1, false"
  })
  void private_networks_are_known_however_written(String address, boolean isPrivate)
      throws UnknownHostException {
    assertThat(Address.isPrivate(InetAddress.getByName(address))).isEqualTo(isPrivate);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/oai, private-network",
    "http://2130706433/oai, private-network",
    "http://[::ffff:127.0.0.1]/oai, private-network",
    "file:///etc/passwd, url",
    "ftp://93.184.216.34/, url",
    "http://a:b@93.184.216.34/, url",
    "http:///oai, url"
  })
  void what_must_not_be_asked_is_refused_before_it_is_asked(String url, String rule) {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> Address.check("source", URI.create(url), /* isPrivate= */ false, Names.SYSTEM));

    assertThat(refused.faults().getFirst().rule()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1/oai, true", "https://93.184.216.34/oai, false"})
  void others_may_be_asked(String url, boolean isPrivate) {
    assertThatCode(() -> Address.check("source", URI.create(url), isPrivate, Names.SYSTEM))
        .doesNotThrowAnyException();
  }
}
