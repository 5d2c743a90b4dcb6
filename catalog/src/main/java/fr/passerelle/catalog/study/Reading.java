package fr.passerelle.catalog.study;

import fr.passerelle.vocab.Licence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a study is read: where it is, in which languages, under which terms.
 *
 * @param languages BCP 47 tags
 * @param pages number of pages, where known
 * @param landingPage the producer's own page of it (dcat:landingPage); empty if none is known
 * @param documents its files
 * @param licence licence of the record; each document has its own. Empty for that of the profile
 * @param accessRights who may read the study itself
 * @param aliases old addresses of it, paths or URLs, that lead here for good
 */
public record Reading(
    List<String> languages,
    OptionalInt pages,
    String landingPage,
    List<Document> documents,
    Optional<Licence> licence,
    AccessRights accessRights,
    List<String> aliases) {
  /** In French, open, nothing else being known. */
  public static final Reading USUAL =
      new Reading(
          List.of("fr"),
          OptionalInt.empty(),
          "",
          List.of(),
          Optional.empty(),
          AccessRights.PUBLIC,
          List.of());

  public Reading {
    languages = List.copyOf(languages);
    documents = List.copyOf(documents);
    aliases = List.copyOf(aliases);
  }
}
