package fr.passerelle.api.linkeddata.sparql.outside;

/** A store that cannot be asked, or answers nothing usable; it may later. */
final class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }
}
