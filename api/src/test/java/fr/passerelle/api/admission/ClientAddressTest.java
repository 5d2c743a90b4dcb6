package fr.passerelle.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  private static final ClientAddress BEHIND_PROXIES =
      new ClientAddress(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48"));

  @ParameterizedTest(name = "{0} with {1} is {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          10.1.2.3        | 203.0.113.9                          | 203.0.113.9
          10.1.2.3        | 203.0.113.9, 10.9.9.9                | 203.0.113.9
          10.1.2.3        | 1.1.1.1, 203.0.113.9                 | 203.0.113.9
          10.1.2.3        | 1.1.1.1;203.0.113.9                  | 203.0.113.9
          10.1.2.3        | 203.0.113.9:4711                     | 203.0.113.9
          10.1.2.3        | [2001:db8:9::1]:4711                 | 2001:db8:9::1
          10.1.2.3        | 2001:db8:9::1                        | 2001:db8:9::1
          10.1.2.3        | ::ffff:203.0.113.9                   | 203.0.113.9
          2001:db8:1::5   | 203.0.113.9                          | 203.0.113.9
          10.1.2.3        | 10.4.4.4, 192.0.2.7                  | 10.4.4.4
          10.1.2.3        | -                                    | 10.1.2.3
          10.1.2.3        | 203.0.113.9, unknown                 | 10.1.2.3
          10.1.2.3        | evil.example.org                     | 10.1.2.3
          10.1.2.3        | 203.0.113.9, evil.example, 10.2.2.2  | 10.2.2.2
          10.1.2.3        | ,,,                                  | 10.1.2.3
          203.0.113.77    | 1.1.1.1                              | 203.0.113.77
          192.0.2.8       | 1.1.1.1                              | 192.0.2.8
          """)
  void only_what_a_proxy_of_ours_says_is_believed(
      String peer, @Nullable String forwarded, String client) {
    List<String> headers = forwarded == null ? List.of() : Arrays.asList(forwarded.split(";", -1));

    assertThat(BEHIND_PROXIES.of(InetAddress.ofLiteral(peer), headers))
        .isEqualTo(InetAddress.ofLiteral(client));
  }

  @Test
  void without_proxies_nothing_is_believed() {
    InetAddress peer = InetAddress.ofLiteral("127.0.0.1");

    assertThat(new ClientAddress(List.of()).of(peer, List.of("203.0.113.9"))).isEqualTo(peer);
  }

  @Test
  void a_chain_without_end_is_read_a_little_way_only() {
    InetAddress client =
        BEHIND_PROXIES.of(
            InetAddress.ofLiteral("10.1.2.3"), List.of("203.0.113.9" + ",10.0.0.1".repeat(10_000)));

    assertThat(client).isEqualTo(InetAddress.ofLiteral("10.0.0.1"));
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "203.0.113.9, 203.0.113.9, true",
    "203.0.113.9, 203.0.113.10, false",
    "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff, true",
    "2001:db8:0:1::1, 2001:db8:0:2::1, false",
    "0.0.0.1, ::1, false"
  })
  void an_ipv6_network_of_64_bits_is_one_party(String one, String other, boolean same) {
    assertThat(
            ClientAddress.party(InetAddress.ofLiteral(one))
                == ClientAddress.party(InetAddress.ofLiteral(other)))
        .isEqualTo(same);
  }
}
