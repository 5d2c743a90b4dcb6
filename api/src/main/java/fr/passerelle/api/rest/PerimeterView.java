package fr.passerelle.api.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A perimeter: communes of a vintage, by the hash of what it is made of.
 *
 * @param uri its address, for ever that of these communes
 * @param hash SHA-256 of vintage and codes
 * @param id beginning of the hash, which names it here
 * @param vintage year of the geographic code
 * @param communes codes of its communes, in order
 * @param size how many there are
 * @param population inhabitants; null where none is known
 * @param members how it was first asked for; no part of what it is
 * @param equal territories that have the same communes
 * @param contains the largest territories that it holds whole: no other of them holds one
 * @param lost codes of its communes that were split since or are not known any more: figures of the
 *     reference vintage cannot be added up over them
 * @param created when it was first asked for
 */
@Serdeable
@Schema(name = "Perimeter")
public record PerimeterView(
    String uri,
    String hash,
    String id,
    int vintage,
    List<String> communes,
    int size,
    @Nullable Long population,
    List<String> members,
    List<TerritoryView.Item> equal,
    List<TerritoryView.Item> contains,
    List<String> lost,
    Instant created) {}
