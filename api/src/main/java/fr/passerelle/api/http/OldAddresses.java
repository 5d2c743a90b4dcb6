package fr.passerelle.api.http;

import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Reader;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Addresses that studies had before they came here, and which lead to them for good. */
@Singleton
final class OldAddresses {
  private final Studies studies;

  OldAddresses(Studies studies) {
    this.studies = studies;
  }

  /** Where the study of an old path is now, if anyone may see it. */
  Optional<String> find(String path) {
    return studies
        .catalogue()
        .as(Reader.ANYONE)
        .findAlias(path)
        .map(study -> "/api/v1/studies/" + study.id());
  }
}
