package fr.passerelle.api.study;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import java.util.Optional;

/** The study that an address names, or why there is none for who asks. */
public final class FoundStudy {
  private FoundStudy() {}

  /**
   * The study of that identifier.
   *
   * @throws ProblemException UNKNOWN_STUDY where there is none for this reader; GONE where there
   *     was one
   */
  public static Study of(CatalogueView catalogue, String id) {
    Optional<StudyId> name = StudyId.parse(id);
    return name.flatMap(catalogue::find)
        .orElseThrow(() ->
            name.filter(catalogue::isGone).isPresent()
                ? new ProblemException(
                    ProblemType.GONE,
                    "L'étude %s n'est plus au catalogue ; /api/v1/studies donne celles qui y sont."
                        .formatted(Text.quoted(id)))
                : new ProblemException(
                    ProblemType.UNKNOWN_STUDY,
                    "Aucune étude %s ; /api/v1/studies les donne.".formatted(Text.quoted(id))));
  }
}
