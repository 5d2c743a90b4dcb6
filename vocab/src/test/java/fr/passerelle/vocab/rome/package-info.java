@NullMarked
package fr.passerelle.vocab.rome;

import org.jspecify.annotations.NullMarked;
