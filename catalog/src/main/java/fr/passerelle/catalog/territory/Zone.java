package fr.passerelle.catalog.territory;

/**
 * A territory with its communes.
 *
 * @param territory its code
 * @param name French name
 * @param communes communes of the reference vintage
 */
public record Zone(Territory territory, String name, Communes communes) {}
