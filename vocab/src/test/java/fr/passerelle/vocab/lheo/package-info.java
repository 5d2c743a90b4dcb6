@NullMarked
package fr.passerelle.vocab.lheo;

import org.jspecify.annotations.NullMarked;
