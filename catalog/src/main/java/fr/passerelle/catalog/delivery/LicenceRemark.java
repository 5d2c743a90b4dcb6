package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.vocab.CombinedLicence;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.Findings;
import java.util.Optional;

/** Says at the door that what is computed of a delivery will not be published, and why. */
final class LicenceRemark {
  private LicenceRemark() {}

  static void remark(Optional<Licence> licence, Geography geography, Findings findings) {
    licence
        .map(own -> CombinedLicence.of(own).and(CombinedLicence.of(geography.origin().licence())))
        .map(CombinedLicence::explanation)
        .filter(why -> !why.isEmpty())
        .ifPresent(why ->
            findings.remark(
                "les valeurs livrées seront publiées, non les sommes et taux qui en sont faits. "
                    + why));
  }
}
