package fr.passerelle.catalog.harvest.dcat;

import fr.passerelle.catalog.study.AccessRights;
import fr.passerelle.catalog.study.StudyKind;
import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.notice.NoticeDate;
import fr.passerelle.catalog.study.notice.NoticeKind;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Uris;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What a dcat:Dataset says of a study. */
final class DatasetNotice {
  /** Types of dataset that are no studies (EU authority table dataset-type). */
  private static final Set<String> VOCABULARIES =
      Set.of(
          "CODE_LIST",
          "MAPPING",
          "TAXONOMY",
          "THESAURUS",
          "ONTOLOGY",
          "GLOSSARY",
          "SCHEMA",
          "STATISTICAL",
          "SYNTHETIC_DATA");

  private static final Pattern INSEE =
      Pattern.compile("https?://id\\.insee\\.fr/geo/(region|departement)/(\\w{2,3})");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z]+/[a-zA-Z0-9][a-zA-Z0-9.+-]{0,99}");
  private static final int LONGEST_IDENTIFIER = 200;
  private static final Property DERIVED =
      ResourceFactory.createProperty("http://www.w3.org/ns/prov#wasDerivedFrom");
  private static final String EARTH = "https://sws.geonames.org/6295630/";
  private static final String DATA_THEME =
      "http://publications.europa.eu/resource/authority/data-theme/";
  private static final Property DCAT_IN_SERIES =
      ResourceFactory.createProperty("http://www.w3.org/ns/dcat#inSeries");
  private static final Property SAME =
      ResourceFactory.createProperty("http://www.w3.org/2002/07/owl#sameAs");
  private static final Property ADMS_IDENTIFIER =
      ResourceFactory.createProperty("http://www.w3.org/ns/adms#identifier");

  private final Resource dataset;
  private final String source;

  DatasetNotice(Resource dataset, String source) {
    this.dataset = dataset;
    this.source = source;
  }

  String place() {
    return source
        + ":"
        + (dataset.isURIResource() ? dataset.getURI() : "_:" + literal(DCTerms.title));
  }

  boolean isVocabulary() {
    return values(DCTerms.type).map(DatasetNotice::last).anyMatch(VOCABULARIES::contains);
  }

  /** Its IRI, or the identifier it tells; empty if it has neither. */
  String identifier() {
    String told = literal(DCTerms.identifier);
    boolean byName = dataset.isURIResource() && dataset.getURI().length() <= LONGEST_IDENTIFIER;
    return byName ? dataset.getURI() : told;
  }

  /** Where it is in its own catalogue; empty if its name is no address. */
  String address() {
    return dataset.isURIResource() && dataset.getURI().startsWith("http") ? dataset.getURI() : "";
  }

  String modified() {
    return literal(DCTerms.modified);
  }

  Notice notice() {
    Notice notice = new Notice(place());
    names().forEach(notice::known);
    notice.text("identifier", identifier(), at("identifier"));
    notice.text("title", literal(DCTerms.title), at("title"));
    notice.text("abstract", literal(DCTerms.description), at("description"));
    notice.text("kind", kind(), at("type"));
    agents(DCTerms.publisher).forEach(each -> notice.publisher(each, at("publisher")));
    agents(DCTerms.creator).forEach(each -> notice.publisher(each, at("creator")));
    notice.date("issued", literal(DCTerms.issued), at("issued"));
    subjects(notice);
    values(DCAT.theme)
        // These say of every record of a catalogue like this one that it is of society.
        .filter(each -> !text(each).startsWith(DATA_THEME))
        .map(this::label)
        .forEach(notice::keyword);
    values(DCAT_IN_SERIES)
        .findFirst()
        .ifPresent(each -> notice.series(label(each), "", at("inSeries")));
    values(DCTerms.language).forEach(each -> notice.language(text(each), at("language")));
    values(DCTerms.spatial).forEach(each -> place(notice, each));
    values(DCAT.landingPage)
        // A record that has no page of its own is its own page.
        .filter(each -> !text(each).equals(address()))
        .forEach(each -> notice.text("landingPage", text(each), at("landingPage")));
    rights(notice);
    values(DCTerms.temporal).findFirst().ifPresent(each -> period(notice, each));
    values(DCAT.distribution).forEach(each -> distribution(notice, each));
    return notice;
  }

  /**
   * What it is about, each thing as what it is: sectors and audiences, which portals are told as
   * keywords too, and codes of national vocabularies.
   */
  private void subjects(Notice notice) {
    Set<String> told = new HashSet<>(typeNames());
    values(DCTerms.audience)
        .map(this::label)
        .filter(told::add)
        .forEach(each -> notice.element("audiences", each, at("audience")));
    values(DCTerms.subject)
        // As an installation like this one names them.
        .filter(each -> text(each).startsWith(address() + "#secteur-"))
        .map(this::label)
        .filter(told::add)
        .forEach(each -> notice.element("sectors", each, at("subject")));
    Stream.of(DCTerms.relation, DCTerms.subject)
        .flatMap(this::values)
        .flatMap(each -> Uris.findNational(text(each)).stream())
        .distinct()
        .forEach(each -> notice.concept(each, at("relation")));
    literals(DCAT.keyword).stream().filter(each -> !told.contains(each)).forEach(notice::keyword);
  }

  /** What its catalogue calls it, and where its record was taken from. */
  private Stream<String> names() {
    Stream<String> told =
        Stream.of(DCTerms.identifier, DCTerms.source, DERIVED, SAME)
            .flatMap(this::values)
            .map(DatasetNotice::text);
    Stream<String> other =
        values(ADMS_IDENTIFIER)
            .flatMap(each -> Stream.concat(Stream.of(each), values(each, SKOS.notation)))
            .map(DatasetNotice::text);
    Stream<String> taken =
        dataset.getModel().listSubjectsWithProperty(FOAF.primaryTopic, dataset).toList().stream()
            .flatMap(
                record -> Stream.concat(values(record, DCTerms.source), values(record, DERIVED)))
            .map(DatasetNotice::text);
    return Stream.of(told, other, taken).flatMap(each -> each);
  }

  private String at(String property) {
    return place() + ":" + property;
  }

  /**
   * What its type is called. One type of the Confederation of Open Access Repositories is that of
   * several kinds: the record says by a keyword which is its own.
   */
  private List<String> typeNames() {
    Stream<String> named =
        values(DCTerms.type)
            .flatMap(each ->
                Stream.concat(
                    values(each, SKOS.prefLabel).map(DatasetNotice::text), Stream.of(label(each))));
    return Stream.concat(named, literals(DCAT.keyword).stream().filter(NoticeKind::isName))
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }

  private String kind() {
    return values(DCTerms.type)
        .map(each -> last(each).toLowerCase(Locale.ROOT).replace('_', '-'))
        .flatMap(each -> StudyKind.find(each).stream())
        .findFirst()
        .or(() -> typeNames().stream().flatMap(each -> NoticeKind.of(each).stream()).findFirst())
        .orElse(StudyKind.DATASET)
        .id();
  }

  /** Names of agents, and the code of one that an installation like this names. */
  private Stream<String> agents(Property property) {
    return values(property)
        .flatMap(each -> {
          String name = label(each);
          boolean ours = text(each).contains("/id/producer/");
          return ours ? Stream.of(last(each), name) : Stream.of(name);
        })
        .filter(each -> !each.isEmpty());
  }

  private void place(Notice notice, RDFNode node) {
    Matcher insee = INSEE.matcher(text(node));
    if (insee.matches()) {
      String level = insee.group(1).equals("region") ? "R" : "D";
      notice.element("territories", level + insee.group(2), at("spatial"));
    } else if (text(node).endsWith("/country/FRA")) {
      notice.element("territories", "FRANCE", at("spatial"));
    } else if (text(node).equals(EARTH)) {
      notice.element("territories", "WORLD", at("spatial"));
    } else if (text(node).endsWith("/continent/EUROPE")) {
      notice.element("territories", "EUROPE", at("spatial"));
    } else {
      notice.keyword(label(node));
    }
  }

  private void rights(Notice notice) {
    values(DCTerms.license)
        .findFirst()
        .ifPresent(each ->
            Licence.find(text(each))
                .or(() -> Licence.find(label(each)))
                .ifPresentOrElse(
                    licence -> notice.text("licence", licence.code(), at("license")),
                    () -> notice.remark("Licence : " + text(each))));
    values(DCTerms.accessRights)
        .flatMap(each -> AccessRights.find(last(each).replace('_', '-')).stream())
        .findFirst()
        .ifPresent(each -> notice.text("accessRights", each.id(), at("accessRights")));
  }

  private void period(Notice notice, RDFNode node) {
    Map<String, String> period = new LinkedHashMap<>();
    date(node, DCAT.startDate).ifPresent(date -> period.put("start", date));
    date(node, DCAT.endDate).ifPresent(date -> period.put("end", date));
    if (!period.isEmpty()) {
      notice.object("periodStudied", period, at("temporal"));
    }
  }

  private static Optional<String> date(RDFNode node, Property property) {
    return values(node, property).map(DatasetNotice::text).map(NoticeDate::of).findFirst();
  }

  private void distribution(Notice notice, RDFNode node) {
    Optional<String> url =
        Stream.of(DCAT.downloadURL, DCAT.accessURL)
            .flatMap(property -> values(node, property))
            .map(DatasetNotice::text)
            .findFirst();
    if (url.isEmpty()) {
      return;
    }
    Map<String, String> document = new LinkedHashMap<>();
    document.put("url", url.get());
    best(values(node, DCTerms.title)).ifPresent(title -> document.put("title", title));
    values(node, DCAT.mediaType)
        .map(each -> text(each).replaceFirst(".*/media-types/", ""))
        .filter(each -> MEDIA_TYPE.matcher(each).matches())
        .findFirst()
        .ifPresent(type -> document.put("mediaType", type));
    values(node, DCAT.byteSize)
        .map(each -> text(each).replaceFirst("\\.0*$", ""))
        .filter(each -> each.matches("\\d{1,13}"))
        .findFirst()
        .ifPresent(size -> document.put("bytes", size));
    values(node, DCTerms.license)
        .flatMap(each -> Licence.find(text(each)).stream())
        .findFirst()
        .ifPresent(licence -> document.put("licence", licence.code()));
    notice.document(document, at("distribution"));
  }

  private Stream<RDFNode> values(Property property) {
    return values(dataset, property);
  }

  private static Stream<RDFNode> values(RDFNode node, Property property) {
    return node.isResource()
        ? node.asResource().listProperties(property).toList().stream()
            .map(Statement::getObject)
            // The order of a graph is that of nothing: two readings must say the same.
            .sorted(Comparator.comparing(RDFNode::toString))
        : Stream.empty();
  }

  private String literal(Property property) {
    return best(values(property)).orElse("");
  }

  /** Texts of one language, the best there is: in others the same is said again. */
  private List<String> literals(Property property) {
    List<RDFNode> all = values(property).filter(RDFNode::isLiteral).toList();
    List<String> french =
        all.stream().filter(each -> rank(each) <= 1).map(DatasetNotice::text).toList();
    return french.isEmpty() ? all.stream().map(DatasetNotice::text).toList() : french;
  }

  /** In French, else in no language, else in English, else whatever there is. */
  private static Optional<String> best(Stream<RDFNode> values) {
    return values
        .filter(RDFNode::isLiteral)
        .min(Comparator.comparingInt(DatasetNotice::rank))
        .map(DatasetNotice::text);
  }

  private static int rank(RDFNode literal) {
    String lang = literal.asLiteral().getLanguage().toLowerCase(Locale.ROOT);
    return lang.startsWith("fr") ? 0 : lang.isEmpty() ? 1 : lang.startsWith("en") ? 2 : 3;
  }

  /** What it is called; empty if it is a name alone. */
  private String label(RDFNode node) {
    if (node.isLiteral()) {
      return text(node);
    }
    return Stream.of(FOAF.name, SKOS.prefLabel, RDFS.label, DCTerms.title)
        .flatMap(property -> best(values(node, property)).stream())
        .findFirst()
        .orElse("");
  }

  private static String text(RDFNode node) {
    return node.isLiteral()
        ? node.asLiteral().getLexicalForm()
        : node.isURIResource() ? node.asResource().getURI() : "";
  }

  private static String last(RDFNode node) {
    String text = text(node);
    return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1);
  }
}
