package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Zone;

/** Where figures are asked for. */
public sealed interface Place {
  /** Its communes, of the reference vintage. */
  Communes communes();

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
  record Drawn(String id, Communes communes) implements Place {
    @Override
    public String code() {
      return "P-" + id;
    }

    @Override
    public String name() {
      return "Périmètre de " + communes.size() + (communes.size() > 1 ? " communes" : " commune");
    }
  }
}
