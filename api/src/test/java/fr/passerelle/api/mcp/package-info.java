/** The Model Context Protocol over HTTP, asked by the client of its authors and by others. */
@NullMarked
package fr.passerelle.api.mcp;

import org.jspecify.annotations.NullMarked;
