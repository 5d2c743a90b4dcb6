/** Records as libraries and reference managers write them, while they become forms of studies. */
@NullMarked
package fr.passerelle.catalog.study.notice;

import org.jspecify.annotations.NullMarked;
