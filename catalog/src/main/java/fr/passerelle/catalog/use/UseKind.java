package fr.passerelle.catalog.use;

import java.util.Locale;

/** A way in which something is used. */
public enum UseKind {
  /** A study is looked at: its page, or its record by REST; the subject is its identifier. */
  VIEW,
  /** A document of a study is gone to, at its producer's; the subject is the study's identifier. */
  DOWNLOAD,
  /** A citation of a study is taken; the subject is the study's identifier. */
  CITATION,
  /** A list is harvested to its end; the subject is the channel: catalog, oai, feed. */
  HARVEST;

  /** Word in the database and in answers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
