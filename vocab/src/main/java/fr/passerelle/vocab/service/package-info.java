/**
 * What can be asked of the published vocabularies: correspondences, translations, paths, changes.
 *
 * <p>Each answer is computed from one snapshot and stored nowhere. The channels only show it.
 */
@NullMarked
package fr.passerelle.vocab.service;

import org.jspecify.annotations.NullMarked;
