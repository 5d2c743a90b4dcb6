/** The command line: {@code passerelle serve | import | releases | rollback}. */
@NullMarked
package fr.passerelle.api.cli;

import org.jspecify.annotations.NullMarked;
