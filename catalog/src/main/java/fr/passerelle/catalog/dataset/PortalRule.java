package fr.passerelle.catalog.dataset;

import java.util.Locale;

/** What portals ask of a record, each rule with its source. */
public enum PortalRule {
  /** It has a licence. */
  LICENCE(true, "dct:license, DCAT-AP 3.0.1 ; règle de la maison : rien sans licence"),
  /** It has a title. */
  TITLE(true, "dct:title 1..n, DCAT-AP 3.0.1 ; udata passe un jeu sans titre"),
  /** It has a description. */
  DESCRIPTION(true, "dct:description 1..n, DCAT-AP 3.0.1"),
  /** It has a publisher with a name. */
  PUBLISHER(true, "dct:publisher et foaf:name, DCAT-AP 3.0.1"),
  /** It has an identifier that is an absolute IRI. */
  IDENTIFIER(true, "dct:identifier ; udata, CKAN et piveau retrouvent un jeu par lui"),
  /** Its address can be reached by a portal. */
  REACHABLE(false, "udata refuse les adresses locales (validation des URL)"),
  /** Its licence is one that data.gouv.fr knows. */
  KNOWN_LICENCE(false, "udata devine la licence d'après rdfs:label, sinon « non précisée »"),
  /** It has distributions. */
  DISTRIBUTION(
      false, "dcat:distribution, DCAT-AP 3.0.1 (recommandé) ; sans fichier ni lien à montrer"),
  /** Each distribution is described. */
  DISTRIBUTION_DESCRIPTION(false, "score de qualité de data.gouv.fr : fichiers documentés"),
  /** Each distribution has a licence of its own. */
  DISTRIBUTION_LICENCE(false, "dct:license de chaque distribution, DCAT-AP 3.0.1 (recommandé)"),
  /** Each distribution has a format. */
  FORMAT(false, "dct:format, DCAT-AP 3.0.1 (recommandé) ; score de qualité de data.gouv.fr"),
  /** The frequency of updates is known. */
  FREQUENCY(false, "dct:accrualPeriodicity ; score de qualité de data.gouv.fr"),
  /** It says when it was published. */
  ISSUED(false, "dct:issued, DCAT-AP 3.0.1 (facultatif) ; les portails notent les dates"),
  /** It says when it was updated. */
  MODIFIED(false, "dct:modified ; udata et CKAN en tirent la fraîcheur"),
  /** No date is in the future. */
  FUTURE(false, "udata ignore une date de mise à jour à venir"),
  /** It has a theme. */
  THEME(false, "dcat:theme de la table data-theme, DCAT-AP 3.0.1 (recommandé)"),
  /** It has a territory with a box. */
  SPATIAL(false, "dct:spatial ; udata ne lit que le WKT, pas l'IRI"),
  /** Its title holds no markup. */
  MARKUP(false, "CKAN et piveau montrent les balises telles quelles");

  private final boolean refuses;
  private final String source;

  PortalRule(boolean refuses, String source) {
    this.refuses = refuses;
    this.source = source;
  }

  /** Whether a record that breaks it is never published. */
  public boolean refuses() {
    return refuses;
  }

  /** Where the rule comes from: a property, or what a portal does. */
  public String source() {
    return source;
  }

  /** Word for messages. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
