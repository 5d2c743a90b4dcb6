@NullMarked
package fr.passerelle.api.sitemap;

import org.jspecify.annotations.NullMarked;
