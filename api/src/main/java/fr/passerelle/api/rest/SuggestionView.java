package fr.passerelle.api.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What somebody may be typing.
 *
 * @param items concepts in use, best first, each with what matched
 * @param interpretedAs the text that these answer, where nothing answers what is typed: its unknown
 *     words are read as the nearest known ones; null where it is read as typed
 * @param emptyReason why there are none, e.g. {@code not_found}; null where there are
 * @param emptyExplanation the reason in French
 * @param sources releases that state them
 */
@Serdeable
@Schema(name = "Suggestions")
public record SuggestionView(
    List<ConceptItem> items,
    @Nullable String interpretedAs,
    @Nullable String emptyReason,
    @Nullable String emptyExplanation,
    List<SourceView> sources) {}
