package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.dataset.DataService.Standard;
import java.util.List;

/** The services of an installation, as the catalogue announces them. */
public final class Services {
  private Services() {}

  /**
   * All of them.
   *
   * @param address where the installation answers, without final slash
   * @param base base of their names, without final slash
   */
  public static List<DataService> of(String address, String base) {
    return List.of(
        new DataService(
            base + "/id/service/rest",
            "API REST de la passerelle",
            "Référentiels, correspondances, recherche, traduction de codes, parcours et"
                + " changements, en JSON ; sans clé.",
            address + "/api/v1",
            address + "/openapi.yaml",
            new Standard("https://spec.openapis.org/oas/v3.1.0.html", "OpenAPI 3.1.0"),
            address + "/docs",
            List.of("API", "REST", "référentiels")),
        new DataService(
            base + "/id/service/graphql",
            "API GraphQL de la passerelle",
            "Le même contenu en une seule question, selon la spécification GraphQL over HTTP ; le"
                + " schéma s'obtient par introspection.",
            address + "/graphql",
            "",
            new Standard("https://spec.graphql.org/October2021/", "GraphQL"),
            address + "/",
            List.of("API", "GraphQL", "référentiels")),
        new DataService(
            base + "/id/service/sparql",
            "Point d'accès SPARQL de la passerelle",
            "Référentiels, correspondances, études et indicateurs comme un seul graphe de données"
                + " liées (SPARQL 1.1, en lecture) ; sans clé.",
            address + "/sparql",
            address + "/.well-known/void",
            new Standard("https://www.w3.org/TR/sparql11-protocol/", "SPARQL 1.1 Protocol"),
            address + "/doc/sparql",
            List.of("API", "SPARQL", "données liées")),
        new DataService(
            base + "/id/service/reconcile",
            "Réconciliation des codes et libellés",
            "Rapproche les cellules d'un tableur des notions publiées (W3C Reconciliation Service"
                + " API 0.2, OpenRefine).",
            address + "/api/v1/reconcile",
            address + "/api/v1/reconcile",
            new Standard(
                "https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/",
                "Reconciliation Service API 0.2"),
            address + "/",
            List.of("API", "réconciliation", "OpenRefine")),
        new DataService(
            base + "/id/service/oai",
            "Entrepôt OAI-PMH de la passerelle",
            "Le catalogue en Dublin Core et en DCAT-AP (OAI-PMH 2.0) : moissonnage par date, thème"
                + " ou producteur ; les suppressions sont dites.",
            address + "/oai",
            address + "/oai?verb=Identify",
            new Standard(
                "http://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm", "OAI-PMH 2.0"),
            address + "/",
            List.of("API", "OAI-PMH", "moissonnage")),
        new DataService(
            base + "/id/service/ldes",
            "Flux des changements du catalogue",
            "Créations, mises à jour et suppressions, page après page (DCAT-AP Feeds, LDES), en"
                + " TriG ou N-Quads.",
            address + "/ldes/catalog",
            address + "/ldes/catalog",
            new Standard("https://w3id.org/ldes/specification", "Linked Data Event Streams"),
            address + "/",
            List.of("API", "LDES", "flux", "moissonnage")));
  }
}
