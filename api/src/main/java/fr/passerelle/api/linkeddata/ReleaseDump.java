package fr.passerelle.api.linkeddata;

import fr.passerelle.vocab.Uris;

/**
 * A dump asked for under the name of a release.
 *
 * @param whole what it holds
 * @param syntax how it is written
 * @param current whether the release is the one published now
 */
record ReleaseDump(Whole whole, Syntax syntax, boolean current) {
  Dump dump(Uris uris) {
    return current ? Dump.of(whole, syntax, uris) : Dump.ofEarlier(whole, syntax, uris);
  }
}
