/** What a Passerelle answers and takes: immutable records, made by their builders. */
@NullMarked
package fr.passerelle.client.model;

import org.jspecify.annotations.NullMarked;
