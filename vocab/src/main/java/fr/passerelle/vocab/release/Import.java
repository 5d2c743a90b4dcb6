package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import java.util.Optional;

/**
 * A release to be published.
 *
 * @param release what a reader made of a file
 * @param findings what it found on the way
 * @param licence licence declared; where empty, the one of the edition's published release stays,
 *     and without any the release is kept but absent from every public channel
 * @param dryRun whether only to check, compare and report
 */
public record Import(
    Release release, Findings findings, Optional<Licence> licence, boolean dryRun) {}
