/** What happened to studies, kept for good: events with their bodies, in a table. */
@NullMarked
package fr.passerelle.catalog.study.journal;

import org.jspecify.annotations.NullMarked;
