package fr.passerelle.catalog.dataset;

/**
 * An organisation (foaf:Agent).
 *
 * @param iri its name
 * @param name name for people
 * @param homepage its site; empty if none is known
 */
public record Agent(String iri, String name, String homepage) {}
