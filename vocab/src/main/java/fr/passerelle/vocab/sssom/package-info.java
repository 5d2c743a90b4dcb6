/**
 * Correspondences as SSSOM TSV (Simple Standard for Sharing Ontological Mappings, 1.1): written
 * from what is published, read from what another organisation brings.
 */
@NullMarked
package fr.passerelle.vocab.sssom;

import org.jspecify.annotations.NullMarked;
