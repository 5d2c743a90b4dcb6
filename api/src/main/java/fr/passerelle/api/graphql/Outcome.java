package fr.passerelle.api.graphql;

/**
 * What became of a request.
 *
 * @param body GraphQL response as JSON, UTF-8
 * @param executed whether there is a {@code data} entry, be it null; false for a request error
 * @param lasting whether the same request gives the same answer as long as the snapshot lasts
 */
// The bytes go out as they are; nobody compares outcomes.
@SuppressWarnings("ArrayRecordComponent")
record Outcome(byte[] body, boolean executed, boolean lasting) {}
