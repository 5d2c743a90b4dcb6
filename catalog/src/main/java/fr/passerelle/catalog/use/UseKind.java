package fr.passerelle.catalog.use;

import java.util.Locale;

/** A way in which something is used. */
public enum UseKind {
  /** The page of a study is read; the subject is its identifier. */
  VIEW,
  /** A document of a study is gone to, at its producer's; the subject is the study's identifier. */
  DOWNLOAD,
  /** A citation of a study is taken; the subject is the study's identifier. */
  CITATION,
  /** A list begins to be harvested; the subject is the channel: catalog, oai. */
  HARVEST,

  /** A list is harvested to its last page; the subject is the channel. */
  COMPLETE;

  /** Whether it is of a channel, and not of a study. */
  public boolean isOfChannel() {
    return this == HARVEST || this == COMPLETE;
  }

  /** Word in the database and in answers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
