package fr.passerelle.vocab.rncp;

import static fr.passerelle.vocab.rncp.RncpFixture.concept;
import static fr.passerelle.vocab.rncp.RncpFixture.read;
import static fr.passerelle.vocab.rncp.RncpFixture.repairs;
import static fr.passerelle.vocab.rncp.RncpFixture.to;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.source.Findings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The extracts of France compétences, recounted another way: DOM for the XML. */
class OfficialRncpTest {
  private static final String RNCP = "rncp/export_fiches_RNCP_V4_1_extract.xml";
  private static final String RS = "rncp/export_fiches_RS_V4_1_extract.xml";
  private static final String CSV = "rncp/export-fiches-csv-2024-02-22.zip";

  private final Findings findings = new Findings();

  private Release xml(String file) throws Exception {
    List<Release> releases = read(RealFiles.require(file), findings, FormacodeEditions.none());
    assertThat(releases).hasSize(1);
    return releases.getFirst();
  }

  @ParameterizedTest
  @CsvSource({RNCP + ", rncp, 12, 53", RS + ", rs, 8, 0"})
  void all_records_and_blocks_of_the_xml_are_there(
      String file, String edition, int records, int blocks) throws Exception {
    Release release = xml(file);
    assertThat(release.edition().id()).isEqualTo(edition);
    assertThat(release.id()).isEqualTo("2026-06-30");
    assertThat(of(release, ConceptType.CERTIFICATION)).hasSize(records);
    assertThat(of(release, ConceptType.BLOC_COMPETENCES)).hasSize(blocks);
    assertThat(findings.read()).containsValue(records);
  }

  @ParameterizedTest
  @CsvSource({
    RNCP + ", rome-3,    CODES_ROME, ROME,      33",
    RNCP + ", formacode, FORMACODES, FORMACODE, 36",
    RS + ",   formacode, FORMACODES, FORMACODE, 15",
    RS + ",   nsf,       CODES_NSF,  NSF,       10"
  })
  void the_pairs_are_those_that_a_recount_by_dom_finds(
      String file, String target, String list, String item, int count) throws Exception {
    Set<String> expected = recount(RealFiles.require(file), list, item);
    Stream<Pair> pairs =
        xml(file).correspondences().stream()
            .filter(each -> each.target().startsWith(target))
            .flatMap(each -> each.pairs().stream());
    assertThat(expected).hasSize(count);
    assertThat(pairs.map(pair -> pair.from().code() + " " + pair.to().code()))
        .containsExactlyInAnyOrderElementsOf(
            expected.stream().map(each -> each.replaceAll("(?<=\\d{3})[a-z]$", "")).toList());
  }

  /** Two records have two codes of one group each: twenty codes, eighteen groups. */
  @Test
  void twenty_nsf_codes_make_eighteen_pairs_and_the_letters_stay_in_their_comments()
      throws Exception {
    Set<String> codes = recount(RealFiles.require(RNCP), "CODES_NSF", "NSF");
    Correspondence nsf = to(xml(RNCP), "nsf");
    assertThat(codes).hasSize(20);
    assertThat(nsf.pairs()).hasSize(18);
    assertThat(repairs(findings, "deux codes NSF d'un même groupe")).isEqualTo(2);
    assertThat(comment(nsf, "RNCP35959", "320"))
        .isEqualTo(
            "320t : Réalisation du service ; 320m : Spécialités plurivalentes de la communication"
                + " et de l'information");
    assertThat(comment(nsf, "RNCP35419", "326")).isEmpty();
    assertThat(codes.stream().filter(each -> each.matches(".*[a-z]")))
        .allSatisfy(code ->
            assertThat(nsf.pairs())
                .anySatisfy(pair ->
                    assertThat(pair.note().comment())
                        .contains(code.substring(code.indexOf(' ') + 1) + " : ")));
  }

  private static String comment(Correspondence correspondence, String from, String to) {
    return correspondence.pairs().stream()
        .filter(each -> each.from().code().equals(from) && each.to().code().equals(to))
        .findFirst()
        .orElseThrow()
        .note()
        .comment();
  }

  @Test
  void a_pair_between_different_natures_is_related_at_most_and_without_confidence()
      throws Exception {
    assertThat(xml(RNCP).correspondences())
        .flatExtracting(Correspondence::pairs)
        .allSatisfy(pair -> {
          assertThat(pair.predicate()).isEqualTo(Predicate.RELATED_MATCH);
          assertThat(pair.confidence()).isEmpty();
        });
  }

  @Test
  void a_certification_is_read_whole() throws Exception {
    Release release = xml(RNCP);
    Concept one = concept(release, "RNCP36612");
    assertThat(one.prefLabel("fr")).isEqualTo("Assistant en ressources humaines");
    assertThat(one.properties())
        .containsEntry(Property.ACTIF, "true")
        .containsEntry(Property.NIVEAU, "5")
        .containsEntry(Property.CERTIFICATEURS, "CCI FRANCE")
        .containsEntry(Property.TYPE_ENREGISTREMENT, "Enregistrement sur demande");
    assertThat(one.links(Link.Kind.NIVEAU).map(Link::target))
        .containsExactly(new ConceptRef("niveaux-2019", "5"));
    assertThat(one.links(Link.Kind.BLOC).map(link -> link.target().code()))
        .isNotEmpty()
        .allMatch(code -> code.startsWith("RNCP36612/RNCP36612BC"));
    assertThat(concept(release, "RNCP35809").altLabels())
        .extracting(label -> label.text())
        .containsExactly("BTS Finition, aménagement des bâtiments : conception et réalisation");
  }

  @Test
  void a_record_replaces_another_that_is_a_stub_where_the_extract_lacks_it() throws Exception {
    Release release = xml(RNCP);
    Concept older = concept(release, "RNCP34762");
    Concept stub = concept(release, "RNCP24998");
    assertThat(older.status()).isEqualTo(Status.CURRENT);
    assertThat(older.links(Link.Kind.REMPLACE_PAR).map(link -> link.target().code()))
        .containsExactly("RNCP39568");
    assertThat(stub.status()).isEqualTo(Status.REFERENCED);
    assertThat(stub.links(Link.Kind.REMPLACE_PAR).map(link -> link.target().code()))
        .containsExactly("RNCP34762");
    assertThat(repairs(findings, "remplacement donné par l'ancienne fiche")).isEqualTo(1);
  }

  @Test
  void no_long_text_and_no_siret_is_kept() throws Exception {
    Release release = xml(RNCP);
    assertThat(release.schemes().getFirst().concepts())
        .allSatisfy(concept -> {
          assertThat(concept.notes()).isEmpty();
          assertThat(concept.toString()).doesNotContainPattern("\\b\\d{14}\\b");
        });
    assertThat(findings.remarks())
        .anySatisfy(text -> assertThat(text).startsWith("textes longs"))
        .anySatisfy(text -> assertThat(text).contains("PARTENAIRES=8", "ACTIVITES_VISEES=12"));
  }

  /** The ten files: 9 records, of which two of the RS. */
  @Test
  void the_csv_zip_gives_both_registers_under_its_date() throws Exception {
    List<Release> releases = read(RealFiles.require(CSV), findings);
    assertThat(releases).extracting(each -> each.edition().id()).containsExactly("rncp", "rs");
    assertThat(releases).allSatisfy(each -> assertThat(each.id()).isEqualTo("2024-02-22"));
    Release rncp = releases.getFirst();
    Release rs = releases.getLast();
    assertThat(of(rncp, ConceptType.CERTIFICATION)).hasSize(7);
    assertThat(of(rncp, ConceptType.BLOC_COMPETENCES)).hasSize(6);
    assertThat(of(rs, ConceptType.CERTIFICATION)).hasSize(2);
    assertThat(to(rncp, "rome-3").pairs()).hasSize(15);
    assertThat(to(rncp, "formacode-inconnu").pairs()).hasSize(2);
    assertThat(to(rncp, "nsf").pairs()).hasSize(7);
    assertThat(to(rs, "formacode-inconnu").pairs()).hasSize(3);
    assertThat(repairs(findings, "remplacement donné")).isEqualTo(6);
    assertThat(repairs(findings, "apostrophe doublée")).isEqualTo(4);
    assertThat(repairs(findings, "libellé précédé de son code")).isEqualTo(15);
  }

  @Test
  void a_record_of_the_rncp_may_be_replaced_by_one_of_the_rs() throws Exception {
    Release rncp = read(RealFiles.require(CSV), findings).getFirst();
    assertThat(concept(rncp, "RNCP19468").links(Link.Kind.REMPLACE_PAR).map(Link::target))
        .containsExactly(new ConceptRef("rs", "RS6117"));
    assertThat(concept(rncp, "RNCP509").links(Link.Kind.REMPLACE_PAR).map(Link::target))
        .as("a record that only the table of old and new ones names")
        .containsExactly(new ConceptRef("rncp", "RNCP38228"));
    assertThat(concept(rncp, "RNCP38228").status()).isEqualTo(Status.REFERENCED);
    assertThat(concept(rncp, "RNCP19468").links(Link.Kind.NIVEAU)).isEmpty();
    assertThat(findings.remarks()).anySatisfy(text -> assertThat(text).contains("REPRISE"));
  }

  @Test
  void labels_are_cleaned_and_ways_of_access_kept() throws Exception {
    Release rncp = read(RealFiles.require(CSV), findings).getFirst();
    assertThat(label(rncp, "rome-3", "H1102")).isEqualTo("Management et ingénierie d'affaires");
    assertThat(label(rncp, "formacode-inconnu", "42872")).isEqualTo("Sécurité incendie");
    assertThat(label(rncp, "nsf", "221")).isEqualTo("Agro-alimentaire, alimentation, cuisine");
    assertThat(concept(rncp, "RNCP509").properties().getOrDefault(Property.VOIES_ACCES, ""))
        .contains("En contrat d’apprentissage", "Par expérience");
    assertThat(concept(rncp, "RNCP509").properties()).containsEntry(Property.ACTIF, "false");
  }

  private static String label(Release release, String scheme, String code) {
    return release.schemes().stream()
        .filter(each -> each.id().equals(scheme))
        .findFirst()
        .flatMap(each -> each.find(code))
        .orElseThrow()
        .prefLabel("fr");
  }

  private static List<Concept> of(Release release, ConceptType type) {
    return release.schemes().getFirst().concepts().stream()
        .filter(each -> each.type() == type && each.status() == Status.CURRENT)
        .toList();
  }

  /** "number code" of each item of a list of the records. */
  private static Set<String> recount(Path file, String list, String item) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getDocumentElement();
    Set<String> found = new HashSet<>();
    for (Element fiche : children(root, "FICHE")) {
      String number = children(fiche, "NUMERO_FICHE").getFirst().getTextContent().strip();
      for (Element each : children(fiche, list)) {
        found.addAll(
            children(each, item).stream()
                .map(
                    one -> number + " " + children(one, "CODE").getFirst().getTextContent().strip())
                .collect(Collectors.toSet()));
      }
    }
    return found;
  }

  private static List<Element> children(Element parent, String name) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeName().equals(name))
        .map(Element.class::cast)
        .toList();
  }
}
