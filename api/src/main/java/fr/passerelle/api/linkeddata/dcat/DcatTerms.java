package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.catalog.dataset.AuthorityTerm;
import fr.passerelle.catalog.dataset.DataService;
import java.util.List;

/** Concepts of the EU that hold of all that is published here. */
final class DcatTerms {
  /** Its addresses stay. */
  static final AuthorityTerm STABLE = AuthorityTerm.of("planned-availability", "STABLE");

  /** Anyone may have it. */
  static final AuthorityTerm OPEN = AuthorityTerm.of("access-right", "PUBLIC");

  /** What services are about. */
  static final List<AuthorityTerm> THEMES =
      List.of(AuthorityTerm.of("data-theme", "EDUC"), AuthorityTerm.of("data-theme", "SOCI"));

  /** The profile that records follow. */
  static final DataService.Standard PROFILE =
      new DataService.Standard(
          "https://semiceu.github.io/DCAT-AP/releases/3.0.1/", "DCAT-AP 3.0.1");

  private DcatTerms() {}
}
