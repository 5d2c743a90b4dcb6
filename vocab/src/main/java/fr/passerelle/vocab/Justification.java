package fr.passerelle.vocab;

import java.util.Arrays;
import java.util.Optional;

/** Why a pair is stated, in the terms of SEMAPV (Semantic Mapping Vocabulary), as SSSOM asks. */
public enum Justification {
  /** A person of the producer indexed or matched one by the other. */
  MANUAL_CURATION("semapv:ManualMappingCuration"),
  /** Stated before, then reviewed by another person. */
  REVIEW("semapv:MappingReview"),
  /** Same code or same words. */
  LEXICAL("semapv:LexicalMatching"),
  /** Two reviewed pairs put end to end. */
  CHAINING("semapv:MappingChaining"),
  /** The source does not say. */
  UNSPECIFIED("semapv:UnspecifiedMatching");

  private final String curie;

  Justification(String curie) {
    this.curie = curie;
  }

  /** Name in SSSOM, e.g. {@code semapv:LexicalMatching}. */
  public String curie() {
    return curie;
  }

  /** Its URI. */
  public String uri() {
    return "https://w3id.org/semapv/vocab/" + curie.substring(curie.indexOf(':') + 1);
  }

  /** The justification of that {@link #curie()}. */
  public static Optional<Justification> find(String curie) {
    return Arrays.stream(values()).filter(each -> each.curie.equals(curie)).findFirst();
  }
}
