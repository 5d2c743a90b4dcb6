package fr.passerelle.api.mcp;

/**
 * An answer to a message.
 *
 * @param status status of HTTP
 * @param body JSON; empty for a notification, which is not answered
 */
@SuppressWarnings("ArrayRecordComponent") // made here, sent at once, compared with nothing
record Reply(int status, byte[] body) {
  /** To what is no request. */
  static final Reply ACCEPTED = new Reply(202, new byte[0]);
}
