package fr.passerelle.vocab;

import java.util.List;

/**
 * A group that someone makes of concepts, of one scheme or several, beside any hierarchy
 * (skos:Collection).
 *
 * @param author who makes it
 * @param id word in URIs, after the author's: {@code {author}/{id}}
 * @param label French name
 * @param members its concepts, in the order of the source, each once
 */
public record Collection(
    Correspondence.Author author, String id, String label, List<ConceptRef> members) {

  public Collection {
    members = members.stream().distinct().toList();
    if (members.isEmpty() || label.isBlank()) {
      throw new IllegalArgumentException("a collection has a name and members: " + id);
    }
  }
}
