package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Licence.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
  private static final LicenceKind NON_COMMERCIAL =
      new LicenceKind("NonCommercialUseOnly", "pas d'utilisation commerciale");
  private static final LicenceKind NO_DERIVATIVES =
      new LicenceKind("NoDerivativeWork", "pas de modification");
  private static final LicenceKind OTHER =
      new LicenceKind("OtherRestrictiveClauses", "autres clauses");

  /** Those of a licence. */
  static List<LicenceKind> of(Licence licence) {
    List<LicenceKind> kinds =
        Arrays.stream(Condition.values()).filter(licence::asks).flatMap(LicenceKind::of).toList();
    return kinds.isEmpty() ? List.of(PUBLIC_DOMAIN) : kinds;
  }

  private static Stream<LicenceKind> of(Condition condition) {
    return switch (condition) {
      case ATTRIBUTION -> Stream.of(ATTRIBUTION);
      case SHARE_ALIKE -> Stream.of(SHARE_ALIKE);
      case NON_COMMERCIAL -> Stream.of(NON_COMMERCIAL);
      case NO_DERIVATIVES -> Stream.of(NO_DERIVATIVES);
      case CODES_ONLY -> Stream.of(OTHER);
      // Told of no licence by the vocabulary: all of Creative Commons ask for it.
      case NO_LOCKS -> Stream.empty();
    };
  }
}
