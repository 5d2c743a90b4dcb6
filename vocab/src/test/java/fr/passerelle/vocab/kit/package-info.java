@NullMarked
package fr.passerelle.vocab.kit;

import org.jspecify.annotations.NullMarked;
