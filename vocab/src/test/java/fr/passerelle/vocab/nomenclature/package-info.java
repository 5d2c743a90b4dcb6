@NullMarked
package fr.passerelle.vocab.nomenclature;

import org.jspecify.annotations.NullMarked;
