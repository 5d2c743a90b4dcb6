package fr.passerelle.catalog.use;

import java.util.Locale;

/** What somebody does with a study. */
public enum UseKind {
  /** Its page was read. */
  VIEW,
  /** One of its documents was followed from here. */
  DOWNLOAD,
  /** Its reference was taken. */
  CITATION;

  /** Word by which it is written. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
