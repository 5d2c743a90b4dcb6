package fr.passerelle.catalog.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalog.key.Scope;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.release.Stabilisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFileTest {
  private static final String BRETAGNE =
      """
      region: {code: "53", name: Bretagne}
      publisher:
        name: Observatoire de Bretagne
        siret: "12345678901234"
        homepage: https://www.exemple.fr/
        contact: donnees@exemple.fr
        postalAddress: 1 rue de l'Exemple, 35000 Rennes
      languages: [fr]
      bases: {national: "https://id.exemple.fr", regional: "https://donnees.exemple.fr"}
      licence: etalab-2.0
      licences: {rome-4: lov2, formacode-14: formacode}
      themes: themes
      zonings: [regions]
      legal:
        director: La direction
        host: Un hébergeur
        dataProtection: dpo@exemple.fr
        accessibility: partielle
        retention: 30 jours
      """;

  @TempDir Path folder = Path.of("");

  private Profile read(String text) throws IOException {
    return ProfileFile.read(Files.writeString(folder.resolve("profil.yaml"), text));
  }

  @Test
  void one_file_makes_another_region() throws IOException {
    Profile profile = read(BRETAGNE);

    assertThat(profile.region()).isEqualTo(new Profile.Region("53", "Bretagne"));
    assertThat(profile.publisher().siret()).isEqualTo("12345678901234");
    assertThat(profile.licenceOf("rome-4")).contains(Licence.ETALAB_2_0);
    assertThat(profile.licenceOf("certifinfo")).isEmpty();
    assertThat(profile.provisional()).isFalse();
  }

  @Test
  void access_is_generous_and_trusts_nobody_unless_it_is_said() throws IOException {
    assertThat(read(BRETAGNE).access()).isEqualTo(Access.USUAL);
    Access access =
        read(BRETAGNE
                + """
                access:
                  perMinute: 0
                  proxies: [10.0.0.0/8, "2001:db8::/32", 192.0.2.1]
                  operators:
                    issuer: https://connect.exemple.fr/realms/oref
                    audience: passerelle
                    keys: https://connect.exemple.fr/realms/oref/certs
                    claim: realm_access.roles
                    scopes: {exploitant: operator}
                """)
            .access();

    assertThat(access.perMinute()).isZero();
    assertThat(access.perMinuteOfKeys()).isEqualTo(Access.USUAL.perMinuteOfKeys());
    assertThat(access.proxies()).containsExactly("10.0.0.0/8", "2001:db8::/32", "192.0.2.1");
    assertThat(access.operators())
        .hasValueSatisfying(
            issuer -> assertThat(issuer.scopes()).containsEntry("exploitant", Scope.OPERATOR));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{perMinute: -1}                        | access.perMinute",
        "{perMinute: beaucoup}                  | access.perMinute",
        "{proxies: [10.0.0.0/33]}               | access.proxies",
        "{proxies: [proxy.exemple.fr]}          | access.proxies",
        "{proxies: 10.0.0.1}                    | access.proxies",
        "{perSecond: 1}                         | access.perSecond",
        "{operators: {issuer: x}}               | access.operators.issuer",
        "{operators: {keys: 'http://a.fr/k'}}   | access.operators.keys",
        "{operators: {scopes: {a: deposit}}}    | access.operators.scopes.a",
      })
  void a_mistake_in_access_is_told_by_its_key(String access, String key) {
    assertThatThrownBy(() -> read(BRETAGNE + "access: " + access + "\n"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::place)
                    .contains("profil.yaml:" + key));
  }

  @Test
  void a_permission_is_recorded_and_never_assumed() throws IOException {
    assertThat(read(BRETAGNE).permissions()).isEmpty();
    assertThat(ProfileFile.demonstration().permissions()).isEmpty();
    assertThat(read(BRETAGNE + "permissions: [formacode-14]\n").permissions())
        .containsExactly("formacode-14");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[formacode]", "formacode-14", "{formacode-14: true}"})
  void a_permission_for_no_known_edition_is_refused(String permissions) {
    assertThatThrownBy(() -> read(BRETAGNE + "permissions: " + permissions + "\n"))
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
        .satisfies(refused ->
            assertThat(refused.faults())
                .extracting(Fault::place)
                .containsExactly("profil.yaml:permissions"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{rncp: {deliveries: 5, days: 2}} | 5 | 2",
        "{rncp: {deliveries: 4}}          | 4 |",
        "{rncp: {days: 7}}                | 3 | 7",
        "{rncp: {}}                       | 3 |",
      })
  void an_edition_that_wobbles_is_stabilised(String rules, int deliveries, Integer days)
      throws IOException {
    Profile profile = read(BRETAGNE + "stabilisation: " + rules + "\n");

    assertThat(profile.stabilisationOf("rncp"))
        .contains(
            new Stabilisation(
                deliveries, days == null ? OptionalInt.empty() : OptionalInt.of(days)));
    assertThat(profile.stabilisationOf("rome-4")).isEmpty();
    assertThat(read(BRETAGNE).stabilisationOf("rncp")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{rncp: {deliveries: 0}} | profil.yaml:stabilisation.rncp.deliveries",
        "{rncp: {days: deux}}    | profil.yaml:stabilisation.rncp.days",
        "{rncp: {day: 2}}        | profil.yaml:stabilisation.rncp.day",
        "{rncp: 3}               | profil.yaml:stabilisation.rncp.",
      })
  void a_rule_of_stabilisation_that_says_nothing_is_refused(String rules, String place) {
    assertThatThrownBy(() -> read(BRETAGNE + "stabilisation: " + rules + "\n"))
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
        .satisfies(
            refused -> assertThat(refused.faults()).extracting(Fault::place).contains(place));
  }

  @Test
  void sources_are_reached_only_where_the_profile_writes_them() throws IOException {
    assertThat(read(BRETAGNE).sources()).isEmpty();
    assertThat(ProfileFile.demonstration().sources()).isEmpty();

    HarvestSource source =
        read(BRETAGNE
                + """
                sources:
                  centre-doc:
                    kind: oai-pmh
                    url: https://pmb.example.org/ws/connector_out.php?source_id=1
                    metadataPrefix: pmb_xml_unimarc
                    producer: cereq
                    producers: {"Le Céreq": cereq}
                    privateNetwork: true
                    timeout: 5
                    megabytes: 2
                """)
            .sources()
            .get("centre-doc");

    assertThat(source)
        .isEqualTo(
            new HarvestSource(
                "centre-doc",
                HarvestSource.Kind.OAI_PMH,
                "https://pmb.example.org/ws/connector_out.php?source_id=1",
                "pmb_xml_unimarc",
                "",
                Optional.of("cereq"),
                Map.of("Le Céreq", "cereq"),
                new HarvestSource.Network(
                    /* isPrivate= */ true, Duration.ofSeconds(5), /* pages= */ 10_000, 2 << 20)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: {kind: ftp, url: 'https://x.org'}}                     | a.kind",
        "{a: {kind: dcat}}                                          | a.url",
        "{a: {kind: dcat, url: 'file:///etc/passwd'}}               | a.url",
        "{a: {kind: dcat, url: 'https://x.org', set: b}}            | a.set",
        "{a: {kind: oai-pmh, url: 'https://x.org', metadataPrefix: marc}} | a.metadataPrefix",
        "{a: {kind: oai-pmh, url: 'https://x.org', timeout: 0}}     | a.timeout",
        "{a: {kind: oai-pmh, url: 'https://x.org', privateNetwork: peut-être}} | a.privateNetwork",
        "{A b: {kind: dcat, url: 'https://x.org'}}                  | A b"
      })
  void a_source_that_is_badly_written_is_refused_by_its_key(String sources, String key) {
    assertThatThrownBy(() -> read(BRETAGNE + "sources: " + sources + "\n"))
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
        .satisfies(refused ->
            assertThat(refused.faults())
                .extracting(Fault::place)
                .contains("profil.yaml:sources." + key));
  }

  @Test
  void national_referentials_are_named_under_a_base_of_their_own() throws IOException {
    Profile profile = read(BRETAGNE);

    assertThat(
            profile
                .uris("http://localhost:1")
                .concept(Edition.ROME_4, new ConceptRef("rome-4", "M1805")))
        .isEqualTo("https://id.exemple.fr/id/vocab/rome-4/M1805");
    assertThat(
            profile
                .uris("http://localhost:1")
                .concept(Edition.THEMES, new ConceptRef("themes", "emploi")))
        .isEqualTo("https://donnees.exemple.fr/id/vocab/themes/emploi");
  }

  @Test
  void the_demonstration_names_things_under_its_own_address() {
    Profile profile = ProfileFile.demonstration();

    assertThat(profile.provisional()).isTrue();
    assertThat(profile.uris("http://localhost:8080").scheme(Edition.ROME_4, "rome-4"))
        .isEqualTo("http://localhost:8080/id/vocab/rome-4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: \"53\"          | code: Bretagne       | profil.yaml:region.code",
        "siret: \"12345678901234\" | siret: 1234       | profil.yaml:publisher.siret",
        "contact: donnees@exemple.fr | contact: nobody | profil.yaml:publisher.contact",
        "licence: etalab-2.0   | licence: wtf         | profil.yaml:licence",
        "rome-4: lov2          | rome-4: wtf          | profil.yaml:licences.rome-4",
        "languages: [fr]       | languages: []        | profil.yaml:languages",
        "themes: themes        | theme: themes        | profil.yaml:themes",
        "accessibility: partielle | accessibility: oui | profil.yaml:legal.accessibility",
        "https://id.exemple.fr | ftp://id.exemple.fr  | profil.yaml:bases.national",
        "https://id.exemple.fr | https://id.exemple.fr/ | profil.yaml:bases.national",
        "retention: 30 jours   | unknown: 1           | profil.yaml:legal.retention"
      })
  void a_mistake_is_refused_with_the_key_to_mend(String right, String wrong, String place) {
    assertThatThrownBy(() -> read(BRETAGNE.replace(right, wrong)))
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
        .satisfies(
            refused -> assertThat(refused.faults()).extracting(Fault::place).contains(place));
  }

  @Test
  void all_mistakes_are_told_at_once() {
    assertThatThrownBy(() -> read(BRETAGNE.replace("\"53\"", "Bretagne").replace("lov2", "x")))
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
        .satisfies(refused -> assertThat(refused.faults()).hasSize(2));
  }

  @Test
  void broken_yaml_is_refused_with_line_and_column() {
    assertThatThrownBy(() -> read("region: {code: \"53\"\npublisher: ]"))
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
        .satisfies(refused ->
            assertThat(refused.faults().getFirst().place()).matches("profil.yaml:\\d+:\\d+"));
  }

  @Test
  void a_profile_makes_no_objects() {
    assertThatThrownBy(() -> read("!!javax.script.ScriptEngineManager [1]"))
        .isInstanceOf(RefusedException.class);
  }
}
