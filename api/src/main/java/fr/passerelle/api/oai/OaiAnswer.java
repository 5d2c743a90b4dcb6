package fr.passerelle.api.oai;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Text;
import fr.passerelle.api.linkeddata.dcat.Catalogs;
import fr.passerelle.catalog.dataset.Dataset;
import java.util.List;

/** Answers what a harvester asks of one state of the catalogue. */
final class OaiAnswer {
  /** Items in one answer. */
  static final int SIZE = 100;

  private final Catalogs catalogs;
  private final Catalogs.State state;
  private final Repository repository;
  private final Instance instance;
  private final Cursors cursors;
  private final Xml xml;

  OaiAnswer(
      Catalogs catalogs,
      Catalogs.State state,
      Repository repository,
      Instance instance,
      Cursors cursors,
      Xml xml) {
    this.catalogs = catalogs;
    this.state = state;
    this.repository = repository;
    this.instance = instance;
    this.cursors = cursors;
    this.xml = xml;
  }

  /**
   * Writes the answer; nothing is written where it cannot be given.
   *
   * @return whether a list ends with it
   * @throws OaiError where the protocol has an error for it
   */
  boolean write(Arguments arguments) {
    switch (arguments.verb()) {
      case IDENTIFY -> identify();
      case LIST_METADATA_FORMATS -> formats(arguments);
      case LIST_SETS -> sets(arguments);
      case LIST_IDENTIFIERS, LIST_RECORDS -> {
        return list(arguments);
      }
      case GET_RECORD -> record(arguments);
    }
    return false;
  }

  private void identify() {
    String word = Verb.IDENTIFY.word();
    xml.open(word)
        .element("repositoryName", "Catalogue de " + instance.profile().publisher().name())
        .element("baseURL", instance.address() + OaiController.PATH)
        .element("protocolVersion", "2.0")
        .element("adminEmail", instance.profile().publisher().contact())
        .element("earliestDatestamp", repository.earliest().toString())
        .element("deletedRecord", "persistent")
        .element("granularity", "YYYY-MM-DDThh:mm:ssZ")
        .element("compression", "gzip")
        .close(word);
  }

  private void formats(Arguments arguments) {
    arguments.find(Arguments.IDENTIFIER).ifPresent(this::get);
    String word = Verb.LIST_METADATA_FORMATS.word();
    xml.open(word);
    for (Format each : Format.values()) {
      xml.open("metadataFormat")
          .element("metadataPrefix", each.prefix())
          .element("schema", each.schema())
          .element("metadataNamespace", each.namespace())
          .close("metadataFormat");
    }
    xml.close(word);
  }

  private void sets(Arguments arguments) {
    arguments
        .find(Arguments.TOKEN)
        .ifPresent(token -> Resumption.open(cursors, Verb.LIST_SETS, token));
    String word = Verb.LIST_SETS.word();
    xml.open(word);
    Sets.of(repository.datasets())
        .forEach((spec, name) ->
            xml.open("set").element("setSpec", spec).element("setName", name).close("set"));
    xml.close(word);
  }

  private void record(Arguments arguments) {
    Item item = get(arguments.get(Arguments.IDENTIFIER));
    Format format = arguments.format();
    String word = Verb.GET_RECORD.word();
    xml.open(word);
    record(item, format);
    xml.close(word);
  }

  private Item get(String identifier) {
    return repository
        .find(identifier)
        .orElseThrow(() ->
            new OaiError(
                OaiError.Code.idDoesNotExist,
                "Pas d'enregistrement %s ; ListIdentifiers les donne"
                    .formatted(Text.quoted(identifier))));
  }

  private boolean list(Arguments arguments) {
    Verb verb = arguments.verb();
    Resumption at =
        arguments
            .find(Arguments.TOKEN)
            .map(token -> Resumption.open(cursors, verb, token))
            .orElseGet(() -> Resumption.begin(arguments.format(), Selection.of(arguments)));
    List<Item> selected = repository.select(at.selection());
    List<Item> rest =
        selected.stream().filter(each -> each.key().compareTo(at.after()) > 0).toList();
    if (rest.isEmpty() && at.after().isEmpty()) {
      throw new OaiError(
          OaiError.Code.noRecordsMatch, "Rien dans cet ensemble et cet intervalle de dates");
    }
    xml.open(verb.word());
    for (Item item : rest.subList(0, Math.min(SIZE, rest.size()))) {
      Item each = item.in(at.selection().set());
      if (verb == Verb.LIST_RECORDS) {
        record(each, at.format());
      } else {
        header(each);
      }
    }
    token(verb, at, selected.size(), rest);
    xml.close(verb.word());
    return rest.size() <= SIZE;
  }

  /** The last part of a list that had several ends with an empty token. */
  private void token(Verb verb, Resumption at, int all, List<Item> rest) {
    boolean goesOn = rest.size() > SIZE;
    if (!goesOn && at.after().isEmpty()) {
      return;
    }
    String next =
        goesOn
            ? new Resumption(
                    at.format(), at.selection(), rest.get(SIZE - 1).key(), at.seen() + SIZE)
                .sign(cursors, verb)
            : "";
    xml.element(
        Arguments.TOKEN,
        next,
        "completeListSize",
        Integer.toString(Math.max(all, at.seen() + rest.size())),
        "cursor",
        Integer.toString(at.seen()));
  }

  private void record(Item item, Format format) {
    xml.open("record");
    header(item);
    item.dataset().ifPresent(dataset -> metadata(dataset, format));
    xml.close("record");
  }

  private void header(Item item) {
    if (item.isDeleted()) {
      xml.open("header", "status", "deleted");
    } else {
      xml.open("header");
    }
    xml.element("identifier", item.identifier()).element("datestamp", item.stamp().toString());
    item.sets().forEach(each -> xml.element("setSpec", each));
    xml.close("header");
  }

  private void metadata(Dataset dataset, Format format) {
    xml.open("metadata");
    switch (format) {
      case OAI_DC -> DublinCore.write(xml, dataset, state.rules());
      case DCAT_AP -> xml.fragment(catalogs.rdfXml(state, dataset));
    }
    xml.close("metadata");
  }
}
