package fr.passerelle.api.oai;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a harvester may ask (OAI-PMH 2.0, section 4), and with which arguments. */
enum Verb {
  /** What this repository is. */
  IDENTIFY("Identify"),
  /** In which formats a record can be had. */
  LIST_METADATA_FORMATS("ListMetadataFormats"),
  /** Which sets there are. */
  LIST_SETS("ListSets"),
  /** Headers of records. */
  LIST_IDENTIFIERS("ListIdentifiers"),
  /** Records. */
  LIST_RECORDS("ListRecords"),
  /** A record. */
  GET_RECORD("GetRecord");

  private final String word;

  Verb(String word) {
    this.word = word;
  }

  /** As the protocol writes it. */
  String word() {
    return word;
  }

  List<String> required() {
    return switch (this) {
      case IDENTIFY, LIST_METADATA_FORMATS, LIST_SETS -> List.of();
      case LIST_IDENTIFIERS, LIST_RECORDS -> List.of(Arguments.PREFIX);
      case GET_RECORD -> List.of(Arguments.IDENTIFIER, Arguments.PREFIX);
    };
  }

  List<String> optional() {
    return switch (this) {
      case IDENTIFY, GET_RECORD -> List.of();
      case LIST_METADATA_FORMATS -> List.of(Arguments.IDENTIFIER);
      case LIST_SETS -> List.of(Arguments.TOKEN);
      case LIST_IDENTIFIERS, LIST_RECORDS -> Arguments.OF_LISTS;
    };
  }

  static Optional<Verb> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
