package fr.passerelle.api;

import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.vocab.Uris;
import java.nio.file.Path;

/**
 * This installation: who runs it, where it answers, where it keeps its data.
 *
 * @param profile the region's profile
 * @param address where it answers, e.g. {@code http://localhost:8080}, without final slash; behind
 *     a proxy, the address that the world sees
 * @param dumps folder of files made ready for download, which can be made again
 */
public record Instance(Profile profile, String address, Path dumps) {

  /** Persistent names of what it publishes. */
  public Uris uris() {
    return profile.uris(address);
  }
}
