package fr.passerelle.catalog.harvest.oai;

import fr.passerelle.catalog.harvest.feed.Arrival;
import java.util.List;
import java.util.OptionalInt;

/**
 * One answer to ListRecords.
 *
 * @param responseDate when the source made it, by its own clock
 * @param error code of an error; empty where it is none
 * @param message what the source says of the error
 * @param records the records
 * @param token where the list goes on; empty at its end
 * @param size how many records the whole list has, where it is told
 * @param unnamed how many records could not even be named
 */
record OaiPage(
    String responseDate,
    String error,
    String message,
    List<Arrival> records,
    String token,
    OptionalInt size,
    int unnamed) {
  OaiPage {
    records = List.copyOf(records);
  }
}
