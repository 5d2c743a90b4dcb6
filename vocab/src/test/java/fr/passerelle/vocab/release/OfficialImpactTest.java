package fr.passerelle.vocab.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.certifinfo.CertifInfoFile;
import fr.passerelle.vocab.kit.KitFile;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real states of the kit one after the other, with Certif Info published beside them. */
class OfficialImpactTest {
  private static final String FOLDER = "certifinfo/kit_apprentissage/";

  @ParameterizedTest(name = "{0} > {1}")
  @CsvSource({
    "Kit apprentissage et RNCP v2.9.csv, Kit apprentissage et RNCP v3.0.csv, 171, 28",
    "Kit apprentissage et RNCP v3.0.csv, Kit_apprentissage_20241129.xlsx, 629, 37",
  })
  void the_pairs_that_are_gone_are_named_and_who_still_states_them(
      String before, String after, int gone, int stillStated) throws IOException {
    Release from = kit(before);
    Release to = kit(after);
    List<Release> certifInfo =
        CertifInfoFile.read(
            new Origin(
                RealFiles.require("certifinfo/certif_info.csv"),
                Optional.empty(),
                Optional.of(LocalDate.of(2025, 1, 1))),
            new Findings(),
            FormacodeEditions::none);

    Impact impact = Impact.between(from, to, certifInfo.stream());

    Set<List<String>> expected = pairs(from);
    expected.removeAll(pairs(to));
    Set<List<String>> stated = new HashSet<>();
    certifInfo.forEach(each -> stated.addAll(pairs(each)));
    stated.retainAll(expected);
    assertThat(ends(impact, "kit-apprentissage/cfd--rncp")).isEqualTo(expected).hasSize(gone);
    assertThat(ends(impact, "certifinfo/cfd--rncp")).isEqualTo(stated).hasSize(stillStated);
    assertThat(impact.uses())
        .allMatch(use -> use.touched().kind() == Touched.Kind.PAIR_REMOVED)
        .anyMatch(use -> !use.replacements().isEmpty());
  }

  private static Set<List<String>> ends(Impact impact, String by) {
    return impact.uses().stream()
        .filter(use -> use.by().equals(by))
        .map(use -> List.of(use.touched().ref().code(), use.other().code()))
        .collect(Collectors.toSet());
  }

  private static Set<List<String>> pairs(Release release) {
    return release.correspondences().stream()
        .filter(each -> each.source().equals("cfd") && each.target().equals("rncp"))
        .map(Correspondence::pairs)
        .flatMap(List::stream)
        .map(pair -> List.of(pair.from().code(), pair.to().code()))
        .collect(Collectors.toSet());
  }

  private static Release kit(String file) throws IOException {
    Origin origin =
        new Origin(
            RealFiles.require(FOLDER + file),
            Optional.empty(),
            file.endsWith(".csv") ? Optional.of(LocalDate.of(2023, 1, 1)) : Optional.empty());
    return KitFile.read(origin, new Findings()).getFirst();
  }
}
