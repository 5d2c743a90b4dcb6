package fr.passerelle.catalog.harvest.feed;

import fr.passerelle.catalog.study.form.Submission;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record as a source gives it.
 *
 * @param identifier its identifier in that source
 * @param datestamp when the source changed it, as the source writes it; empty if it does not say
 * @param form the form of it; empty where it is deleted or could not be read, which is said
 * @param names identifiers and addresses by which it calls what it describes
 */
public record Arrival(
    String identifier,
    String datestamp,
    Optional<Submission> form,
    boolean isDeleted,
    Set<String> names) {
  public Arrival {
    names = Set.copyOf(names);
  }

  /** A record that is there. */
  public static Arrival of(String identifier, String datestamp, Submission form) {
    return of(identifier, datestamp, form, Set.of());
  }

  /**
   * The same, where what it describes has names that its form does not tell.
   *
   * @param others those names
   */
  public static Arrival of(
      String identifier, String datestamp, Submission form, Set<String> others) {
    Set<String> names = new HashSet<>(others);
    names.add(identifier);
    names.add(form.origin().uri());
    names.add(String.valueOf(form.form().get("identifier")));
    names.add(String.valueOf(form.form().get("landingPage")));
    if (form.form().get("documents") instanceof List<?> documents) {
      documents.forEach(each ->
          names.add(each instanceof Map<?, ?> document ? String.valueOf(document.get("url")) : ""));
    }
    return new Arrival(identifier, datestamp, Optional.of(form), /* isDeleted= */ false, names);
  }

  /** A record that the source says it deleted. */
  public static Arrival deleted(String identifier, String datestamp) {
    return new Arrival(identifier, datestamp, Optional.empty(), /* isDeleted= */ true, Set.of());
  }

  /** A record that is there and could not be read, which is said. */
  public static Arrival unread(String identifier, String datestamp) {
    return new Arrival(identifier, datestamp, Optional.empty(), /* isDeleted= */ false, Set.of());
  }
}
