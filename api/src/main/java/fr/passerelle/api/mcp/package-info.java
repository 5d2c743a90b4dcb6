/**
 * The Model Context Protocol: what assistants may ask, over the same services as every channel. The
 * protocol is that of the SDK of its authors; its transport over HTTP is ours.
 */
@NullMarked
package fr.passerelle.api.mcp;

import org.jspecify.annotations.NullMarked;
