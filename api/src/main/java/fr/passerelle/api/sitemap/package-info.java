/** What search engines are told: which pages there are. */
@NullMarked
package fr.passerelle.api.sitemap;

import org.jspecify.annotations.NullMarked;
