package fr.passerelle.vocab;

/**
 * What an edition says of a concept of another, under its own authorship: it stands beside what the
 * concept's producer says, and never takes its place.
 *
 * @param author who says it
 * @param target the concept
 * @param kind what the text is
 * @param text the words, paragraphs separated by a line feed; may be empty where there is a link
 * @param lang BCP 47 language tag
 * @param link address of a page that says more; may be empty
 */
public record Annotation(
    Correspondence.Author author,
    ConceptRef target,
    Kind kind,
    String text,
    String lang,
    String link) {

  /** What an annotation is. */
  public enum Kind {
    /** A text about the concept. */
    NOTE,
    /** A name that the concept goes by at the author's. */
    LABEL
  }

  public Annotation {
    if (text.isBlank() && (link.isBlank() || kind == Kind.LABEL)) {
      throw new IllegalArgumentException("an annotation says something: " + target);
    }
  }

  /** The same by that author. */
  public Annotation by(Correspondence.Author other) {
    return new Annotation(other, target, kind, text, lang, link);
  }
}
