package fr.passerelle.catalog.harvest.dcat;

/** The vocabulary of pages (hydra). */
final class Hydra {
  static final String NS = "http://www.w3.org/ns/hydra/core#";

  private Hydra() {}
}
