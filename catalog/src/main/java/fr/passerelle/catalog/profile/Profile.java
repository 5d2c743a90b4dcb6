package fr.passerelle.catalog.profile;

import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Stabilisation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What makes this installation the one of a region, read from one file.
 *
 * @param region the region observed
 * @param publisher who publishes this installation
 * @param languages BCP 47 tags of its pages, the default first
 * @param nationalBase base URI of national referentials; empty to use the address of the service
 * @param regionalBase base URI of the region's own content; empty to use the address of the service
 * @param licence licence of the region's own content
 * @param licences licence of each edition imported without {@code --licence}
 * @param permissions editions whose producer permits synonyms and notes to be published though
 *     their licence does not cover them (Formacode)
 * @param stabilisation editions whose source wobbles, and when a change of theirs is settled
 * @param themes edition that holds the themes of observation
 * @param zonings territories by which the region reads its figures, in the order of its menus
 * @param sources sources of studies that are harvested, by their codes
 * @param trustedDocumentsOnly whether GraphQL executes the documents of the manifests in the data
 *     folder only
 * @param access who may ask how much
 * @param sparql the store outside that answers in SPARQL, if there is one
 * @param legal what {@code /mentions-legales} and {@code /accessibilite} say
 */
public record Profile(
    Region region,
    Publisher publisher,
    List<String> languages,
    String nationalBase,
    String regionalBase,
    Licence licence,
    Map<String, Licence> licences,
    Set<String> permissions,
    Map<String, Stabilisation> stabilisation,
    String themes,
    List<String> zonings,
    Map<String, HarvestSource> sources,
    boolean trustedDocumentsOnly,
    Access access,
    Optional<SparqlStore> sparql,
    Legal legal) {

  public Profile {
    languages = List.copyOf(languages);
    licences = Map.copyOf(licences);
    permissions = Set.copyOf(permissions);
    stabilisation = Map.copyOf(stabilisation);
    zonings = List.copyOf(zonings);
    sources = Map.copyOf(sources);
  }

  /**
   * The region observed.
   *
   * @param code code of the region in the official geographic code (Insee)
   * @param name its name
   */
  public record Region(String code, String name) {}

  /**
   * Who publishes this installation.
   *
   * @param name legal name
   * @param siret 14 digits, or empty where there is none to give
   * @param homepage its own site
   * @param contact address of a role, never of a person
   * @param postalAddress where it sits, on one line
   */
  public record Publisher(
      String name, String siret, String homepage, String contact, String postalAddress) {}

  /**
   * What French law asks a public site to say.
   *
   * @param director publication director, a function (loi n° 2004-575, article 6)
   * @param host who hosts the service, with its address
   * @param dataProtection address of the data protection contact (RGPD, article 13)
   * @param accessibility state of conformity to the RGAA: {@code non}, {@code partielle}, {@code
   *     totale}
   * @param retention how long logs and keys are kept, in words
   */
  public record Legal(
      String director,
      String host,
      String dataProtection,
      String accessibility,
      String retention) {}

  /** The same with that access. */
  public Profile with(Access other) {
    return new Profile(
        region,
        publisher,
        languages,
        nationalBase,
        regionalBase,
        licence,
        licences,
        permissions,
        stabilisation,
        themes,
        zonings,
        sources,
        trustedDocumentsOnly,
        other,
        sparql,
        legal);
  }

  /** Licence to declare for an edition whose import names none. */
  public Optional<Licence> licenceOf(String edition) {
    return Optional.ofNullable(licences.get(edition));
  }

  /** When a change of an edition is settled; empty where all is published as it comes. */
  public Optional<Stabilisation> stabilisationOf(String edition) {
    return Optional.ofNullable(stabilisation.get(edition));
  }

  /**
   * The persistent names under this profile.
   *
   * @param serviceBase address of the service, for bases that the profile leaves empty
   */
  public Uris uris(String serviceBase) {
    return new Uris(
        nationalBase.isEmpty() ? serviceBase : nationalBase,
        regionalBase.isEmpty() ? serviceBase : regionalBase);
  }

  /** Whether URIs depend on the address of the service, and so are not yet persistent. */
  public boolean provisional() {
    return nationalBase.isEmpty() || regionalBase.isEmpty();
  }
}
