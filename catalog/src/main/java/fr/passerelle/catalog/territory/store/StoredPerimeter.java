package fr.passerelle.catalog.territory.store;

import fr.passerelle.catalog.territory.Perimeter;
import java.time.Instant;
import java.util.List;

/**
 * A perimeter that is kept.
 *
 * @param perimeter its communes
 * @param id beginning of its hash by which it is named here
 * @param members how it was first asked for; no part of what it is
 * @param createdAt when
 */
public record StoredPerimeter(
    Perimeter perimeter, String id, List<String> members, Instant createdAt) {
  public StoredPerimeter {
    members = List.copyOf(members);
  }
}
