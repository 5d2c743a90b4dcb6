package fr.passerelle.api.web;

import fr.passerelle.vocab.reconcile.EntityProperty;
import fr.passerelle.vocab.reconcile.Properties;
import fr.passerelle.vocab.reconcile.TypeList;
import java.util.List;

/**
 * What there is to know to reconcile a column.
 *
 * @param t words of the page
 * @param address where the service answers, to be pasted
 * @param vocabs vocabularies that have a service of their own
 * @param types types that a column usually holds
 * @param properties what can be fetched
 */
record ReconciliationPage(
    Texts t,
    String address,
    List<String> vocabs,
    List<TypeList.Named> types,
    List<EntityProperty> properties) {
  /**
   * Identifiers of matching features, each with words of its own; {@code property:} begins many.
   */
  private static final List<String> FEATURES =
      List.of(
          "code",
          "prefLabel",
          "altLabel",
          "labelSimilarity",
          "hiddenLabel",
          "definition",
          "retired");

  static ReconciliationPage of(
      Texts t, String address, List<String> vocabs, TypeList types, Properties properties) {
    return new ReconciliationPage(t, address, vocabs, types.usual(), properties.typed(""));
  }

  List<String> features() {
    return FEATURES;
  }
}
