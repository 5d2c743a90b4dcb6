/**
 * The database: a PostgreSQL of its own in the data folder, or the one of an address given.
 *
 * <p>One process at a time owns a data folder (a lock on a file) and runs PostgreSQL for it; the
 * commands that come meanwhile are guests and connect to it. {@link
 * fr.passerelle.database.Database#open} decides which; {@code Tenure} is what it decided, {@code
 * Cluster} makes and starts PostgreSQL, {@code Postmaster} is the process that runs.
 */
@NullMarked
package fr.passerelle.database;

import org.jspecify.annotations.NullMarked;
