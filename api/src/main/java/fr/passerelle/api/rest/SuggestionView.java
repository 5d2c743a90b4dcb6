package fr.passerelle.api.rest;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What somebody may be typing.
 *
 * @param items concepts in use, best first, each with what matched
 */
@Serdeable
@Schema(name = "Suggestions")
public record SuggestionView(List<ConceptItem> items) {}
