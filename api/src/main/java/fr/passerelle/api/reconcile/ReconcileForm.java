package fr.passerelle.api.reconcile;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The form of a batch, for the contract: one of the two fields.
 *
 * @param queries reconciliation queries, a JSON object
 * @param extend data extension query, a JSON object
 */
@Schema(name = "ReconciliationForm")
record ReconcileForm(
    @Schema(
            maxLength = 200000,
            example = "{\"q0\":{\"query\":\"boulanger\",\"type\":\"rome-4/fiche-metier\"}}")
        @Nullable String queries,
    @Schema(maxLength = 200000) @Nullable String extend) {}
