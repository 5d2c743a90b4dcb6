package fr.passerelle.catalog.dataset;

import java.util.Optional;

/**
 * A stretch of time (dct:PeriodOfTime), open where one end is unknown.
 *
 * @param start when it begins
 * @param end when it ends
 */
public record Span(Optional<IsoDate> start, Optional<IsoDate> end) {}
