package fr.passerelle.catalog.producer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of organisation a producer is. */
public enum ProducerKind {
  /** A Carif-Oref, or their network. */
  CARIF_OREF,
  /** A statistical service: Insee, Dares, Céreq, ... */
  STATISTICS,
  /** A service or an operator of the State. */
  STATE,
  /** A region or another local authority. */
  LOCAL_AUTHORITY,
  /** Social partners: OPCO, branch observatories. */
  SOCIAL_PARTNERS,
  /** A chamber, a council, an agency that serves several. */
  PUBLIC_BODY,
  /** A foundation, an association, a think tank. */
  ASSOCIATION,
  /** An international organisation. */
  INTERNATIONAL,
  /** Anything else. */
  OTHER;

  /** Word by which it is written: {@code carif-oref}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that {@link #id()}. */
  public static Optional<ProducerKind> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** All words, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(ProducerKind::id).toList();
  }
}
