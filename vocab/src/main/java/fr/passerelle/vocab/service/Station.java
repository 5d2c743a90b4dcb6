package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Scheme;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A stage of the walk from skills to training domains, in its order. */
public enum Station {
  /** Skills and knowledge. */
  SKILL,
  /** Occupations of the current edition; job titles lead to theirs. */
  OCCUPATION,
  /** Sheets of ROME 3, on which registers still index. */
  OCCUPATION_V3,
  /** Certifications and diplomas. */
  CERTIFICATION,
  /** Formacode. */
  TRAINING_DOMAIN;

  /** The station of a concept, if the walk passes by its type. */
  public static Optional<Station> of(Concept concept) {
    return of(concept.type(), concept.ref().scheme());
  }

  /** The stations that a scheme has concepts of, in their order. */
  static Set<Station> of(Scheme scheme) {
    Set<Station> stations = EnumSet.noneOf(Station.class);
    for (ConceptType type : scheme.types()) {
      of(type, scheme.id()).ifPresent(stations::add);
    }
    return stations;
  }

  private static Optional<Station> of(ConceptType type, String scheme) {
    Optional<Station> station = of(type);
    return station.filter(OCCUPATION::equals).isPresent() && scheme.equals(Translator.ROME_3)
        ? Optional.of(OCCUPATION_V3)
        : station;
  }

  /** The station of concepts of that type, ROME 3 aside. */
  public static Optional<Station> of(ConceptType type) {
    return switch (type) {
      case COMPETENCE, MACRO_COMPETENCE, SAVOIR -> Optional.of(SKILL);
      case FICHE_METIER, APPELLATION -> Optional.of(OCCUPATION);
      case CERTIFICATION, DIPLOME -> Optional.of(CERTIFICATION);
      case TERME_FORMACODE, DOMAINE_FORMACODE -> Optional.of(TRAINING_DOMAIN);
      case GRAND_DOMAINE,
          DOMAINE_PROFESSIONNEL,
          CONTEXTE_TRAVAIL,
          TYPE_CONTEXTE,
          SECTEUR_ACTIVITE,
          SOUS_SECTEUR_ACTIVITE,
          SECTEUR_NAF,
          THEME,
          CENTRE_INTERET,
          PROFIL_RIASEC,
          BLOC_COMPETENCES,
          NIVEAU,
          CATEGORIE_SPECIALITE,
          DOMAINE_SPECIALITE,
          GROUPE_SPECIALITE,
          DOMAINE_FAP,
          FAMILLE_PROFESSIONNELLE,
          CONCEPT,
          REGION,
          DEPARTEMENT ->
          Optional.empty();
    };
  }
}
