package fr.passerelle.vocab.lheo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The codes that one training carries, in the words of the file. It lives until the training is
 * told whole; titles, texts, places and persons never enter it.
 */
final class Formation {
  /** Place of the training: {@code file:line:column}. */
  final String place;

  /** Number that the file gives it; may be empty. */
  final String number;

  final List<Cited> formacode = new ArrayList<>();
  final List<Cited> nsf = new ArrayList<>();
  final List<Cited> rome = new ArrayList<>();
  final List<Certification> certifications = new ArrayList<>();

  /** Day on which it was last written, as far as the file says. */
  Optional<LocalDate> written = Optional.empty();

  Formation(String place, String number) {
    this.place = place;
    this.number = number;
  }

  /** What messages call it. */
  String name() {
    return number.isEmpty() ? "formation" : "formation " + number;
  }

  /**
   * A code and where it stands.
   *
   * @param code as written
   * @param ref what the source says of its edition; may be empty
   * @param place {@code file:line:column}
   */
  record Cited(String code, String ref, String place) {}

  /** Numbers that one certification bears, by element: code-RNCP, code-RS, code-CERTIFINFO. */
  record Certification(List<Cited> rncp, List<Cited> rs, List<Cited> certifinfo) {}
}
