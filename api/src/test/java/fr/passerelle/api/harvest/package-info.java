@NullMarked
package fr.passerelle.api.harvest;

import org.jspecify.annotations.NullMarked;
