package fr.passerelle.api.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.vocab.reconcile.Extension;
import fr.passerelle.vocab.reconcile.Question;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;

/**
 * What a reconciliation service says of itself (section 3.1 of the specification).
 *
 * @param versions versions of the protocol that it speaks
 * @param name whose service it is, over which vocabularies
 * @param identifierSpace what begins the URIs of national entities, the identifier follows
 * @param schemaSpace what all entities are
 * @param documentation page for people
 * @param defaultTypes types that a column usually holds
 * @param view where an entity is shown
 * @param featureView where a matching feature is explained
 * @param preview where a small page about an entity is
 * @param suggest where to type ahead
 * @param extend how to add columns
 * @param batchSize queries in one batch at most
 */
@Serdeable
record ReconciliationManifest(
    List<String> versions,
    String name,
    String identifierSpace,
    String schemaSpace,
    String documentation,
    List<TypeView> defaultTypes,
    UrlView view,
    @JsonProperty("feature_view") UrlView featureView,
    PreviewView preview,
    SuggestServices suggest,
    ExtendView extend,
    int batchSize) {
  static final String SKOS_CONCEPT = "http://www.w3.org/2004/02/skos/core#Concept";
  private static final int WIDTH = 420;
  private static final int HEIGHT = 260;

  /**
   * An address with {@code {{id}}} to be replaced.
   *
   * @param url the address
   */
  @Serdeable
  @Schema(name = "ReconciliationView")
  record UrlView(@Schema(format = "text") String url) {}

  /**
   * An address of pages, and their size.
   *
   * @param url the address, with {@code {{id}}}
   * @param width in pixels
   * @param height in pixels
   */
  @Serdeable
  @Schema(name = "ReconciliationPreview")
  record PreviewView(@Schema(format = "text") String url, int width, int height) {}

  /**
   * An address in two parts.
   *
   * @param serviceUrl its beginning
   * @param servicePath its end
   */
  @Serdeable
  record ServicePath(
      @JsonProperty("service_url") String serviceUrl,
      @JsonProperty("service_path") String servicePath) {}

  /**
   * Where to type ahead.
   *
   * @param entity entities
   * @param property properties
   * @param type types
   */
  @Serdeable
  @Schema(name = "ReconciliationSuggest")
  record SuggestServices(ServicePath entity, ServicePath property, ServicePath type) {}

  /**
   * How to add columns.
   *
   * @param proposeProperties where the properties of a type are listed
   * @param propertySettings what may be chosen for each column
   */
  @Serdeable
  record ExtendView(
      @JsonProperty("propose_properties") ServicePath proposeProperties,
      @JsonProperty("property_settings") List<Setting> propertySettings) {}

  /**
   * Something to be chosen for a column.
   *
   * @param name name in {@code settings}
   * @param label its name for people
   * @param type {@code number} or {@code select}
   * @param byDefault word where nothing is chosen; absent for a number, none being all
   * @param helpText what it does
   * @param choices what may be chosen; none for a number
   */
  // Named by its class: beside JsonProperty, a name given here would end up among the members.
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Setting(
      String name,
      String label,
      String type,
      @JsonProperty("default") @Nullable String byDefault,
      @JsonProperty("help_text") String helpText,
      List<Choice> choices) {}

  /**
   * One of the words to choose from.
   *
   * @param value the word
   * @param name its name for people
   */
  @Serdeable
  @Schema(name = "ReconciliationChoice")
  record Choice(String value, String name) {}

  /**
   * The manifest of a service.
   *
   * @param address where the installation answers
   * @param path path of the service
   * @param identifierSpace what begins the URIs of entities
   */
  static ReconciliationManifest of(
      String address, String path, String name, String identifierSpace, List<TypeView> types) {
    String root = address + "/api/v1/reconcile";
    String page = address + "/reconciliation";
    String service = address + path;
    return new ReconciliationManifest(
        List.of("0.2"),
        name,
        identifierSpace,
        SKOS_CONCEPT,
        page,
        types,
        new UrlView(root + "/view?id={{id}}"),
        new UrlView(page + "#{{id}}"),
        new PreviewView(root + "/preview?id={{id}}", WIDTH, HEIGHT),
        new SuggestServices(
            new ServicePath(service, "/suggest/entity"),
            new ServicePath(service, "/suggest/property"),
            new ServicePath(service, "/suggest/type")),
        new ExtendView(new ServicePath(service, "/extend/propose"), settings()),
        Question.MOST_AT_ONCE);
  }

  private static List<Setting> settings() {
    return List.of(
        new Setting(
            "limit",
            "Nombre de valeurs",
            "number",
            null,
            "Par cellule ; 0 pour toutes.",
            List.of()),
        new Setting(
            "content",
            "Contenu",
            "select",
            Extend.id(Extension.Content.ENTITY),
            "Ce qu'écrit une cellule quand la valeur est une notion.",
            Arrays.stream(Extension.Content.values())
                .map(each -> new Choice(Extend.id(each), words(each)))
                .toList()));
  }

  private static String words(Extension.Content content) {
    return switch (content) {
      case ENTITY -> "notion réconciliée";
      case CODE -> "code";
      case LABEL -> "libellé";
      case URI -> "URI";
    };
  }
}
