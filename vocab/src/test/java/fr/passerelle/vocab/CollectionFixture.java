package fr.passerelle.vocab;

import java.util.List;

/** A release with an ordered collection, and one in no order. */
public final class CollectionFixture {
  private static final Correspondence.Author AUTHOR =
      new Correspondence.Author("carif-exemple", "Carif exemple");

  public static final Release RELEASE =
      Fixture.rome()
          .withCollections(
              List.of(
                  new Collection(
                      AUTHOR,
                      "ordre",
                      "Ordre",
                      "Deux métiers",
                      "",
                      /* ordered= */ true,
                      List.of(rome("D1102"), rome("M1805"))),
                  new Collection(
                      AUTHOR,
                      "ailleurs",
                      "Ailleurs",
                      "Deux métiers",
                      "",
                      /* ordered= */ false,
                      List.of(rome("D1102")))));

  private CollectionFixture() {}

  private static ConceptRef rome(String code) {
    return new ConceptRef("rome-4", code);
  }

  /** A row of the table of collections. */
  public static List<String> row(
      String id, String label, String ordered, String code, String prefLabel) {
    return List.of(
        "carif-exemple/" + id,
        label,
        "Deux métiers",
        "Carif exemple",
        ordered,
        "rome-4",
        code,
        prefLabel);
  }
}
