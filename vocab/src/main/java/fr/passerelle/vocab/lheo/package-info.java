/**
 * Training supply in Lhéo, of which Passerelle publishes no training: which codes it cites, each in
 * the edition that is proven, and which certifications it indexes by them.
 *
 * <p>{@link fr.passerelle.vocab.lheo.LheoFile} is the way in.
 */
@NullMarked
package fr.passerelle.vocab.lheo;

import org.jspecify.annotations.NullMarked;
