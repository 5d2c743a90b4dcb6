package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.api.linkeddata.Formats;
import fr.passerelle.catalog.dataset.DataService;
import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.vocab.skos.RdfFormat;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The persistent names of records and services, and the document of each. */
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(WorkPools.READING)
final class DatasetController {
  private final Catalogs catalogs;
  private final Answers answers;
  private final Instance instance;

  DatasetController(Catalogs catalogs, Answers answers, Instance instance) {
    this.catalogs = catalogs;
    this.answers = answers;
    this.instance = instance;
  }

  /** To the landing page of a record, or to its document where that is preferred. */
  @Get("/id/dataset/{+name}")
  HttpResponse<?> dataset(HttpRequest<?> request, String name) {
    String page = getDataset(catalogs.now(), name).landingPage();
    return seeOther(request, "/data/dataset/" + name, page);
  }

  @Get("/id/service/{name}")
  HttpResponse<?> service(HttpRequest<?> request, String name) {
    String page = getService(catalogs.now(), name).landingPage();
    return seeOther(request, "/data/service/" + name, page);
  }

  @Get("/data/dataset/{+name}")
  HttpResponse<?> datasetData(HttpRequest<?> request, String name) {
    Catalogs.State state = catalogs.now();
    Dataset dataset = getDataset(state, stem(name));
    return document(request, state, name, description -> description.dataset(dataset));
  }

  @Get("/data/service/{name}")
  HttpResponse<?> serviceData(HttpRequest<?> request, String name) {
    Catalogs.State state = catalogs.now();
    DataService service = getService(state, stem(name));
    return document(request, state, name, description -> description.service(service, List.of()));
  }

  /** Of a study, its record in this catalogue. Its page and its name redirect elsewhere. */
  @Get("/data/study/{name}")
  HttpResponse<?> studyData(HttpRequest<?> request, String name) {
    Catalogs.State state = catalogs.now();
    Dataset dataset = getStudy(state, stem(name));
    return document(request, state, name, description -> description.dataset(dataset));
  }

  private static HttpResponse<?> seeOther(HttpRequest<?> request, String data, String page) {
    Optional<RdfFormat> preferred = Formats.preferredToPage(request);
    return HttpResponse.status(HttpStatus.SEE_OTHER)
        .contentLength(0)
        .header("Location", preferred.map(each -> data + "." + each.extension()).orElse(page))
        .header("Vary", "Accept")
        .header("Cache-Control", "public, max-age=60");
  }

  private HttpResponse<?> document(
      HttpRequest<?> request,
      Catalogs.State state,
      String name,
      Consumer<DcatDescription> describe) {
    RdfFormat format = Formats.ofExtension(name.substring(name.lastIndexOf('.') + 1));
    return answers.answer(
        request,
        Formats.contentType(format),
        state.version(),
        state.snapshot(),
        snapshot -> {
          DcatDescription description =
              new DcatDescription(Announcement.of(instance), state.rules());
          describe.accept(description);
          return Answers.Content.of(Bytes.of(format, description))
              .licensed(instance.profile().licence())
              .linked("/catalog", "collection");
        });
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private Dataset getDataset(Catalogs.State state, String name) {
    return state
        .catalog()
        .find(instance.uris().regionalBase() + "/id/dataset/" + name)
        .orElseThrow(() -> unknown("de jeu de données", name));
  }

  private Dataset getStudy(Catalogs.State state, String id) {
    return StudyId.parse(id)
        .flatMap(each -> state.catalog().find(new StudyNames(instance.uris()).study(each)))
        .orElseThrow(() -> unknown("d'étude", id));
  }

  private DataService getService(Catalogs.State state, String name) {
    return state
        .catalog()
        .findService(instance.uris().regionalBase() + "/id/service/" + name)
        .orElseThrow(() -> unknown("de service", name));
  }

  private static ProblemException unknown(String kind, String name) {
    return new ProblemException(
        ProblemType.NOT_FOUND,
        "Le catalogue n'a pas %s %s ; /catalog les donne tous".formatted(kind, Text.quoted(name)));
  }
}
