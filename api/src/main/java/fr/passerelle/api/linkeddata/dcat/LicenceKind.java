package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.vocab.Licence;
import java.util.List;

/**
 * What a licence asks (ADMS licence types).
 *
 * @param code code in that vocabulary
 * @param label French label
 */
record LicenceKind(String code, String label) {
  private static final LicenceKind ATTRIBUTION = new LicenceKind("Attribution", "attribution");
  private static final LicenceKind SHARE_ALIKE =
      new LicenceKind("ViralEffect-ShareAlike", "partage à l'identique");
  private static final LicenceKind PUBLIC_DOMAIN =
      new LicenceKind("PublicDomain", "domaine public");
  private static final LicenceKind OTHER =
      new LicenceKind("OtherRestrictiveClauses", "autres clauses");

  /** Those of a licence. */
  static List<LicenceKind> of(Licence licence) {
    return switch (licence) {
      case ETALAB_2_0, CC_BY_4_0 -> List.of(ATTRIBUTION);
      case ODBL_1_0 -> List.of(ATTRIBUTION, SHARE_ALIKE);
      case CC0_1_0 -> List.of(PUBLIC_DOMAIN);
      case FORMACODE -> List.of(ATTRIBUTION, OTHER);
    };
  }
}
