package fr.passerelle.vocab;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a concept is in its own vocabulary; French domain words as its producer says them. */
public enum ConceptType {
  /** ROME broad domain, one letter. */
  GRAND_DOMAINE("grand domaine"),
  /** ROME professional domain, a letter and two digits. */
  DOMAINE_PROFESSIONNEL("domaine professionnel"),
  /** ROME sheet: an occupation, e.g. M1805. */
  FICHE_METIER("fiche métier"),
  /** A job title, attached to one ROME sheet. */
  APPELLATION("appellation"),
  /** Know-how or soft skill of ROME. */
  COMPETENCE("compétence"),
  /** A group of ROME skills. */
  MACRO_COMPETENCE("macro-compétence"),
  /** Knowledge of ROME. */
  SAVOIR("savoir"),
  /** Working conditions or place of ROME. */
  CONTEXTE_TRAVAIL("contexte de travail"),
  /** Kind of work context of ROME. */
  TYPE_CONTEXTE("type de contexte de travail"),
  /** Sector of activity of ROME. */
  SECTEUR_ACTIVITE("secteur d'activité"),
  /** Part of a sector of activity of ROME. */
  SOUS_SECTEUR_ACTIVITE("sous-secteur d'activité"),
  /** Division of the French classification of activities, as ROME lists them. */
  SECTEUR_NAF("secteur NAF"),
  /** Theme of ROME, or of the observatory. */
  THEME("thème"),
  /** What a person likes to do, in ROME. */
  CENTRE_INTERET("centre d'intérêt"),
  /** Profile of Holland's typology: R, I, A, S, E, C. */
  PROFIL_RIASEC("profil RIASEC"),
  /** Formacode broad domain. */
  DOMAINE_FORMACODE("domaine Formacode"),
  /** Formacode term. */
  TERME_FORMACODE("terme Formacode"),
  /** A certification of RNCP or RS. */
  CERTIFICATION("certification"),
  /** Part of a certification that can be acquired by itself. */
  BLOC_COMPETENCES("bloc de compétences"),
  /** A diploma or title as its own authority codes it, certified or not by RNCP or RS. */
  DIPLOME("diplôme"),
  /** Level of a diploma or certification. */
  NIVEAU("niveau"),
  /** NSF category of specialities: one digit. */
  CATEGORIE_SPECIALITE("catégorie de spécialités"),
  /** NSF domain of specialities: two digits. */
  DOMAINE_SPECIALITE("domaine de spécialités"),
  /** NSF group of specialities: three digits. */
  GROUPE_SPECIALITE("groupe de spécialités"),
  /** FAP professional domain: one letter. */
  DOMAINE_FAP("domaine professionnel FAP"),
  /** FAP family of occupations, grouped or detailed. */
  FAMILLE_PROFESSIONNELLE("famille professionnelle"),
  /** Any concept of a vocabulary that another organisation brings. */
  CONCEPT("concept"),
  /** Administrative region. */
  REGION("région"),
  /** Administrative department. */
  DEPARTEMENT("département");

  private final String id;
  private final String label;

  ConceptType(String label) {
    this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.label = label;
  }

  /** French name, lower case. */
  public String label() {
    return label;
  }

  /** The name used in REST and in URLs, e.g. {@code fiche-metier}. */
  public String id() {
    return id;
  }

  /** The type of that {@link #id()}, if there is one. */
  public static Optional<ConceptType> find(String id) {
    return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
  }
}
