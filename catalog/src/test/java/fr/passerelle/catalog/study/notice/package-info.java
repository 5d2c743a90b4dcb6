@NullMarked
package fr.passerelle.catalog.study.notice;

import org.jspecify.annotations.NullMarked;
