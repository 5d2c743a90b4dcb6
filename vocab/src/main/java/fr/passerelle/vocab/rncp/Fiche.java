package fr.passerelle.vocab.rncp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a file says of one record, in its own words, whatever its format. It lives until the record
 * is told whole; long texts never enter it.
 */
final class Fiche {
  /** Place of the record: {@code file:line:column}. */
  final String place;

  Cell number = Cell.NONE;
  Cell title = Cell.NONE;

  /** Short name of the kind of diploma, e.g. CAP. */
  String abrege = "";

  /** Kind of diploma in words. */
  String diplomaType = "";

  /** {@code NIV3}... or another word of the source. */
  Cell level = Cell.NONE;

  String levelLabel = "";
  Cell active = Cell.NONE;
  String state = "";
  String registration = "";
  Cell decision = Cell.NONE;
  Cell effect = Cell.NONE;
  Cell registrationEnd = Cell.NONE;
  Cell awardEnd = Cell.NONE;

  /** Names of the certifying bodies, never their SIRET. */
  final Set<String> certifiers = new LinkedHashSet<>();

  /** Ways of access, in the words of the CSV. */
  final Set<String> ways = new LinkedHashSet<>();

  final List<Item> rome = new ArrayList<>();
  final List<Item> formacode = new ArrayList<>();
  final List<Item> nsf = new ArrayList<>();
  final List<Item> blocks = new ArrayList<>();

  /** Numbers of what this record takes the place of. */
  final List<Cell> older = new ArrayList<>();

  /** Numbers of what takes its place. */
  final List<Cell> newer = new ArrayList<>();

  Fiche(String place) {
    this.place = place;
  }

  /** A value and where it stands; empty where the source is silent. */
  record Cell(String text, String place) {
    static final Cell NONE = new Cell("", "");

    boolean isEmpty() {
      return text.isEmpty();
    }
  }

  /** A code with its label and where it stands. */
  record Item(String code, String label, String place) {}
}
