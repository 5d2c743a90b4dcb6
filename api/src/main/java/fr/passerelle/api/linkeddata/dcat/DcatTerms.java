package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.catalog.dataset.AuthorityTerm;
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

  private DcatTerms() {}
}
