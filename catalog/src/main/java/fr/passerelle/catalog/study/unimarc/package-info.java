/** Studies as UNIMARC notices, as PMB exports them: XML and ISO 2709. */
@NullMarked
package fr.passerelle.catalog.study.unimarc;

import org.jspecify.annotations.NullMarked;
