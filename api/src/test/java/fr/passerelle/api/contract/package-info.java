/**
 * The contract: written from the controllers, completed, held against the one that is committed.
 */
@NullMarked
package fr.passerelle.api.contract;

import org.jspecify.annotations.NullMarked;
