package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.api.Instance;
import fr.passerelle.catalog.dataset.Agent;
import fr.passerelle.catalog.dataset.AuthorityTerm;
import fr.passerelle.catalog.dataset.Place;
import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.vocab.Licence;
import java.util.List;
import java.util.Optional;

/**
 * What the catalogue says of itself: whose it is, where, in which languages.
 *
 * @param address where it answers, without final slash
 * @param publisher who publishes it
 * @param contact address of a role
 * @param region the region observed
 * @param licence licence of its records
 * @param languages languages of its texts
 */
record Announcement(
    String address,
    Agent publisher,
    String contact,
    Place region,
    Licence licence,
    List<AuthorityTerm> languages) {

  static Announcement of(Instance instance) {
    Profile profile = instance.profile();
    return new Announcement(
        instance.address(),
        new Agent(
            instance.address() + "/catalog#editeur",
            profile.publisher().name(),
            profile.publisher().homepage()),
        profile.publisher().contact(),
        Place.region(profile.region().code(), profile.region().name()),
        profile.licence(),
        profile.languages().stream()
            .map(AuthorityTerm::ofLanguage)
            .flatMap(Optional::stream)
            .toList());
  }

  /** IRI of whom to write to. */
  String contactPoint() {
    return address + "/catalog#contact";
  }
}
