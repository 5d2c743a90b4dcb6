/**
 * Pages for people: plain HTML made from the published snapshot, readable without scripts, styles
 * or outside resources.
 */
@NullMarked
package fr.passerelle.api.web;

import org.jspecify.annotations.NullMarked;
