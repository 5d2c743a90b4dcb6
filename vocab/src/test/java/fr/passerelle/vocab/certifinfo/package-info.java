@NullMarked
package fr.passerelle.vocab.certifinfo;

import org.jspecify.annotations.NullMarked;
