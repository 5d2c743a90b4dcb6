@NullMarked
package fr.passerelle.api.deposit;

import org.jspecify.annotations.NullMarked;
