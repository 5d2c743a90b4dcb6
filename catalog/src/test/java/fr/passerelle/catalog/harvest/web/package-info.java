@NullMarked
package fr.passerelle.catalog.harvest.web;

import org.jspecify.annotations.NullMarked;
