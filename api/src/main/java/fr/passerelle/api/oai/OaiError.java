package fr.passerelle.api.oai;

/** A request that OAI-PMH answers with an error of its own, under HTTP 200. */
final class OaiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;
  private final String message;

  /** Error codes of the protocol (OAI-PMH 2.0, section 3.6), as it writes them. */
  @SuppressWarnings("MemberName") // the names of the protocol
  enum Code {
    /** An argument is unknown, missing, repeated or malformed. */
    badArgument,
    /** The token was not made here for that verb. */
    badResumptionToken,
    /** The verb is missing, repeated or unknown. */
    badVerb,
    /** The record cannot be had in that format. */
    cannotDisseminateFormat,
    /** There is and was no such record. */
    idDoesNotExist,
    /** Nothing is in that set and interval. */
    noRecordsMatch
  }

  /**
   * @param message what is wrong and what to do, in French
   */
  OaiError(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
    this.message = message;
  }

  Code code() {
    return code;
  }

  String message() {
    return message;
  }

  /** Whether the request could not even be read: then none of its arguments is repeated. */
  boolean hidesArguments() {
    return code == Code.badVerb || code == Code.badArgument;
  }
}
