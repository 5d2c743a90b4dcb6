package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Perimeter.Fraction;
import fr.passerelle.catalog.territory.Zone;
import java.util.List;

/** Where figures are asked for. */
public sealed interface Place {
  /** Its communes, of the reference vintage: those that are in it whole. */
  Communes communes();

  /** Communes of which only a part is in it: the same part of their figures is an estimate. */
  default List<Fraction> fractions() {
    return List.of();
  }

  /** Code in answers: of a territory, or {@code P-} and the name of a perimeter. */
  String code();

  /** French name. */
  String name();

  /** A territory that has a name. */
  record Named(Zone zone) implements Place {
    @Override
    public Communes communes() {
      return zone.communes();
    }

    @Override
    public String code() {
      return zone.territory().toString();
    }

    @Override
    public String name() {
      return zone.name();
    }
  }

  /**
   * A perimeter that was drawn.
   *
   * @param id beginning of its hash
   */
  record Drawn(String id, Communes communes, List<Fraction> fractions) implements Place {
    public Drawn {
      fractions = List.copyOf(fractions);
    }

    /** One of whole communes. */
    public Drawn(String id, Communes communes) {
      this(id, communes, List.of());
    }

    @Override
    public String code() {
      return "P-" + id;
    }

    @Override
    public String name() {
      int size = communes.size() + fractions.size();
      return "Périmètre de %d %s%s"
          .formatted(
              size,
              size > 1 ? "communes" : "commune",
              fractions.isEmpty() ? "" : ", dont %d en partie".formatted(fractions.size()));
    }
  }
}
