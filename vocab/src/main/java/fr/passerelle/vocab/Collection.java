package fr.passerelle.vocab;

import java.util.List;

/**
 * A group that someone makes of concepts, of one scheme or several, beside any hierarchy
 * (skos:Collection).
 *
 * @param author who makes it
 * @param id word in URIs, after the author's: {@code {author}/{id}}
 * @param label French name
 * @param description what it gathers, in French; may be empty
 * @param origin URI that another organisation gives it; empty where it is named here
 * @param ordered whether the order of its members says something (skos:OrderedCollection)
 * @param members its concepts, in the order of the source, each once
 */
public record Collection(
    Correspondence.Author author,
    String id,
    String label,
    String description,
    String origin,
    boolean ordered,
    List<ConceptRef> members) {

  public Collection {
    members = members.stream().distinct().toList();
    if (members.isEmpty() || label.isBlank()) {
      throw new IllegalArgumentException("a collection has a name and members: " + id);
    }
  }

  /** A collection in no order, of which nothing more is said. */
  public Collection(
      Correspondence.Author author, String id, String label, List<ConceptRef> members) {
    this(author, id, label, "", "", /* ordered= */ false, members);
  }

  /** Identifier among all collections: {@code {author}/{id}}. */
  public String key() {
    return author.id() + "/" + id;
  }

  /** The same with those members. */
  public Collection with(List<ConceptRef> others) {
    return new Collection(author, id, label, description, origin, ordered, others);
  }

  /** The same by that author. */
  public Collection by(Correspondence.Author other) {
    return new Collection(other, id, label, description, origin, ordered, members);
  }
}
