package fr.passerelle.api.http;

import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Perimeter;
import fr.passerelle.catalog.territory.Union;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.catalog.territory.store.Perimeters;
import fr.passerelle.catalog.territory.store.StoredPerimeter;
import fr.passerelle.vocab.RefusedException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where perimeters are asked for, by any channel. */
@Singleton
public final class PerimeterDesk {
  private final Geographies geographies;
  private final Perimeters perimeters;

  PerimeterDesk(Geographies geographies, Perimeters perimeters) {
    this.geographies = geographies;
    this.perimeters = perimeters;
  }

  /** The territories as they are now. */
  public Geography geography() {
    return geographies.geography();
  }

  /**
   * Keeps the perimeter of those members.
   *
   * @param vintage year of the geographic code; empty for the reference one
   * @throws ProblemException REFUSED, each member that is none named with what it became
   */
  public Perimeters.Kept create(List<String> members, String vintage) {
    if (!vintage.isEmpty() && !vintage.matches("\\d{4}")) {
      throw JsonBody.refused("/vintage", "une année, par exemple 2024");
    }
    Geography geography = geographies.geography();
    int year = vintage.isEmpty() ? geography.vintage() : Integer.parseInt(vintage);
    Union union = new Union(members, year);
    try {
      Perimeter perimeter = union.in(geography);
      return perimeters.keep(perimeter, union.members());
    } catch (RefusedException e) {
      throw new ProblemException(
          ProblemType.REFUSED,
          "Rien n'a été gardé. " + e.faults().getFirst().message(),
          e.faults().stream()
              .map(fault -> new Problem.Detail(fault.place(), fault.rule(), fault.message()))
              .toArray(Problem.Detail[]::new));
    }
  }

  /**
   * The perimeter of that name.
   *
   * @throws ProblemException UNKNOWN_CODE where it is not kept, or not any more
   */
  public StoredPerimeter get(String hash) {
    return require(hash, perimeters.find(hash));
  }

  /** Perimeters by their names, those that are kept. */
  public Map<String, StoredPerimeter> find(Collection<String> names) {
    return perimeters.find(names);
  }

  /**
   * What was found under a name.
   *
   * @throws ProblemException UNKNOWN_CODE where that is nothing
   */
  public static <T> T require(String hash, Optional<T> found) {
    return found.orElseThrow(() ->
        new ProblemException(
            ProblemType.UNKNOWN_CODE,
            "Aucun périmètre %s ; ceux qui ne servent plus sont oubliés : le demander à nouveau par POST /api/v1/perimeters, ses communes ont toujours la même empreinte."
                .formatted(Text.quoted(hash)),
            new Problem.Detail("hash", "de " + Perimeter.SHORT + " à 64 chiffres hexadécimaux")));
  }
}
