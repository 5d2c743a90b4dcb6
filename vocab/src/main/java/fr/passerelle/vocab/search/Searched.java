package fr.passerelle.vocab.search;

import org.apache.lucene.search.IndexSearcher;

/**
 * What is searched.
 *
 * @param searcher over all indexes
 * @param apart concepts that several of them hold
 */
record Searched(IndexSearcher searcher, Apart apart) {}
