@NullMarked
package fr.passerelle.vocab.sample;

import org.jspecify.annotations.NullMarked;
