package fr.passerelle.vocab.sample;

import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Release;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The bundled sample: about sixty ROME sheets, the Formacode and RNCP entries that meet them, and
 * the whole of two short lists, themes and territories.
 *
 * <p>What is only a part of its referential says so: {@link Release.Source#sample()}.
 */
public final class Sample {
  private static final String PARTIAL = "echantillon";

  /** ROME 4.0 v60, date of publication in its {@code version.txt}. */
  private static final LocalDate ROME_60 = LocalDate.of(2025, 9, 18);

  /**
   * State of Certif Info that indexes these certifications; its Formacode terms are checked against
   * V14, whose own date its file does not give.
   */
  private static final LocalDate CERTIF_INFO = LocalDate.of(2024, 6, 28);

  /** Code officiel géographique in force on that day. */
  private static final LocalDate COG_2024 = LocalDate.of(2024, 1, 1);

  /** First year of the contract that words the themes. */
  private static final LocalDate CPRDFOP = LocalDate.of(2018, 1, 1);

  private Sample() {}

  /**
   * A release of the sample and the licence under which it may be published.
   *
   * @param release one edition
   * @param licence declared here as it would be at an import
   */
  public record Part(Release release, Licence licence) {}

  /**
   * All parts, read anew at each call, in an order that puts what is linked to first.
   *
   * @throws fr.passerelle.vocab.RefusedException if the bundled files break a rule of releases
   */
  public static List<Part> parts() {
    return List.of(
        whole(Edition.THEMES, "2018", CPRDFOP, Map.of()),
        whole(Edition.REGIONS, "2024", COG_2024, Map.of("departements", "Départements de France")),
        partial(
            Edition.ROME_4,
            ROME_60,
            Map.of("rome-3", "Répertoire opérationnel des métiers et des emplois (ROME) 3"),
            Licence.ETALAB_2_0),
        partial(Edition.FORMACODE_14, CERTIF_INFO, Map.of(), Licence.FORMACODE),
        partial(Edition.RNCP, CERTIF_INFO, Map.of(), Licence.ETALAB_2_0));
  }

  /** The releases of all {@link #parts()}. */
  public static List<Release> releases() {
    return parts().stream().map(Part::release).toList();
  }

  private static Part whole(
      Edition edition, String id, LocalDate issued, Map<String, String> companions) {
    Folder folder = Folder.read(edition.id());
    return new Part(folder.release(edition, id, issued, false, companions), Licence.ETALAB_2_0);
  }

  private static Part partial(
      Edition edition, LocalDate issued, Map<String, String> companions, Licence licence) {
    Folder folder = Folder.read(edition.id());
    return new Part(folder.release(edition, PARTIAL, issued, true, companions), licence);
  }
}
