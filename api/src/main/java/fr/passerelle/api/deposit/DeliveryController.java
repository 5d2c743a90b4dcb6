package fr.passerelle.api.deposit;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Bearer;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.delivery.SealedSupplies;
import fr.passerelle.catalog.delivery.Supplies;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.key.ApiKey;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.secrecy.sealing.SealedInbox;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deliveries of figures under fiches navettes, by the key of their supplier. */
@Produces(MediaType.ALL)
@Controller("/api/v1")
@ExecuteOn(WorkPools.WRITING)
final class DeliveryController {
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String ADVICE = "la partager par période";
  private static final int MEGABYTES = 256;

  private static final Upload.Accepted FIGURES =
      new Upload.Accepted("Une livraison", Map.of(CSV, "csv", XLSX, "xlsx"), MEGABYTES, ADVICE);

  private static final Upload.Accepted RAW =
      new Upload.Accepted("Une livraison à protéger", Map.of(CSV, "csv"), MEGABYTES, ADVICE);

  private final Bearer bearer;
  private final Supplies supplies;
  private final AuditTrail trail;
  private final Json json;

  DeliveryController(Bearer bearer, Supplies supplies, AuditTrail trail, Json json) {
    this.trail = trail;
    this.bearer = bearer;
    this.supplies = supplies;
    this.json = json;
  }

  @Operation(
      operationId = "deliverFigures",
      summary = "Delivers figures under a fiche navette",
      description =
          "Livraison: with a key of scope figures, of the producer of the convention. The file is"
              + " written as the fiche says (its Table Schema is at /api/v1/fiches/{id}/schema)."
              + " Accepted whole, with a receipt, or refused whole, with every fault, its line, its"
              + " column and what to do. With validate=true nothing is deposited; Accept: text/csv"
              + " then gives the file back with a column of faults. Where the fiche asks the"
              + " observatory to protect the values, the file is sealed as it arrives and nobody"
              + " reads it here (202): what became of it is told at Location.",
      security = @SecurityRequirement(name = "key"))
  @RequestBody(
      description = "The file, 256 MB at most: CSV, or the first sheet of a workbook",
      required = true,
      content = {
        @Content(mediaType = CSV, schema = @Schema(type = "string")),
        @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
      })
  @ApiResponse(
      responseCode = "200",
      description = "Checked only, or delivered before",
      content = @Content(schema = @Schema(implementation = DeliveryReportView.class)))
  @ApiResponse(
      responseCode = "201",
      description = "Accepted",
      content = @Content(schema = @Schema(implementation = DeliveryReportView.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Sealed; to be protected",
      content = @Content(schema = @Schema(implementation = SealedDeliveryView.class)))
  @Consumes(MediaType.ALL)
  @Post("/deliveries")
  HttpResponse<?> deliver(
      HttpRequest<?> request,
      @Parameter(
              description = "Name of the fiche navette",
              required = true,
              schema = @Schema(type = "string", maxLength = 100))
          @QueryValue
          @Nullable String fiche,
      @Parameter(
              description = "Period of all values, where the format does not say it: 2016-Q4",
              schema = @Schema(type = "string", maxLength = 20))
          @QueryValue
          @Nullable String period,
      @Parameter(
              description =
                  "Year of the geographic code of its communes; the reference one by default",
              schema = @Schema(type = "string", pattern = "[0-9]{4}", maxLength = 4))
          @QueryValue
          @Nullable String vintage,
      @Parameter(
              description = "Whether only to check and report",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"true", "false"},
                      defaultValue = "false"))
          @QueryValue
          @Nullable String validate,
      @Body @Nullable InputStream body)
      throws IOException {
    ApiKey key = bearer.require(request, Scope.FIGURES);
    boolean checking = checking(validate);
    String under = fiche == null ? "" : fiche;
    Optional<Period> of = period(period);
    Optional<Integer> year = vintage(vintage);
    return trail.witness(
        !checking,
        key.signature(),
        AuditAction.FIGURES_DELIVERED,
        "fiche/" + under,
        subject -> {
          Optional<HttpResponse<byte[]>> sealed =
              sealed(request, under, key, of, year, checking, body);
          return sealed.isPresent()
              ? sealed.get()
              : deliver(request, under, key, of, year, checking, body);
        });
  }

  private HttpResponse<?> deliver(
      HttpRequest<?> request,
      String under,
      ApiKey key,
      Optional<Period> period,
      Optional<Integer> vintage,
      boolean checking,
      @Nullable InputStream body)
      throws IOException {
    try (Upload upload = Upload.of(request, FIGURES, body)) {
      Supplies.Supply supply =
          new Supplies.Supply(
              under,
              key.producer(),
              upload.file(),
              "livraison" + upload.extension(),
              period,
              vintage,
              checking);
      Findings findings = new Findings();
      try {
        Deliveries.Report report = supplies.deliver(supply, findings);
        return checking && csv(request)
            ? annotated(under, upload, List.of())
            : answer(report, findings);
      } catch (RefusedException e) {
        if (checking && csv(request)) {
          return annotated(under, upload, e.faults());
        }
        throw DepositController.refused(e);
      } catch (Supplies.NotTheirsException e) {
        throw notTheirs(e);
      }
    }
  }

  /** Raw figures do not touch the disk: they are sealed as they are read. */
  private Optional<HttpResponse<byte[]>> sealed(
      HttpRequest<?> request,
      String fiche,
      ApiKey key,
      Optional<Period> period,
      Optional<Integer> vintage,
      boolean checking,
      @Nullable InputStream body)
      throws IOException {
    InputStream raw = body == null ? InputStream.nullInputStream() : body;
    try {
      if (!supplies.isRaw(fiche, key.producer())) {
        return Optional.empty();
      }
      Upload.extension(request, RAW);
      if (checking) {
        throw RefusedException.of(
            "validate",
            "validate",
            "les valeurs de cette fiche sont à protéger : le service ne peut pas les lire, ni donc"
                + " les contrôler avant");
      }
      SealedSupplies.Sealed sealed =
          supplies.seal(fiche, key.producer(), period, vintage, raw, RAW.bytes());
      return Optional.of(
          HttpResponse.<byte[]>status(HttpStatus.ACCEPTED)
              .body(json.bytes(SealedDeliveryView.of(sealed)))
              .contentType("application/json; charset=utf-8")
              .header("Location", "/api/v1/deliveries/sealed/" + sealed.name())
              .header("Cache-Control", "no-store"));
    } catch (RefusedException e) {
      Upload.drain(raw);
      throw e.faults().getFirst().rule().equals(SealedInbox.TOO_LONG)
          ? Upload.tooLarge(RAW)
          : DepositController.refused(e);
    } catch (Supplies.NotTheirsException e) {
      Upload.drain(raw);
      throw notTheirs(e);
    }
  }

  @Operation(
      operationId = "getSealedDelivery",
      summary = "What became of a delivery that was sealed",
      description =
          "Livraison scellée: whether it waits, was protected and taken in (with the receipt of the"
              + " protected table), or was refused, and why. For its supplier alone.",
      security = @SecurityRequirement(name = "key"))
  @ApiResponse(
      responseCode = "200",
      description = "Its state",
      content = @Content(schema = @Schema(implementation = SealedDeliveryView.class)))
  @Get("/deliveries/sealed/{name}")
  HttpResponse<byte[]> sealed(
      HttpRequest<?> request,
      @Parameter(
              description = "Its name, as it was given when it was sealed",
              schema = @Schema(type = "string", maxLength = 120))
          @PathVariable
          String name) {
    ApiKey key = bearer.require(request, Scope.FIGURES);
    SealedSupplies.Sealed sealed =
        supplies
            .sealed()
            .find(name)
            .filter(each -> each.supplier().equals(key.producer()))
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.UNKNOWN_CODE,
                    "Aucune livraison scellée de ce nom.",
                    new Problem.Detail("name", "le nom donné à la livraison")));
    return HttpResponse.ok(json.bytes(SealedDeliveryView.of(sealed)))
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "no-store");
  }

  private static boolean csv(HttpRequest<?> request) {
    return Negotiation.prefer(request, List.of(JSON, CSV)).filter(CSV::equals).isPresent();
  }

  private static boolean checking(@Nullable String validate) {
    if (validate != null && !validate.equals("true") && !validate.equals("false")) {
      throw ProblemException.parameter("validate", validate, "true ou false");
    }
    return "true".equals(validate);
  }

  private static Optional<Period> period(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        Period.parse(text)
            .orElseThrow(() ->
                ProblemException.parameter(
                    "period", text, "une période comme 2016, 2016-Q4, 2016-12, 2016-2017")));
  }

  private static Optional<Integer> vintage(@Nullable String text) {
    if (text != null && !text.matches("\\d{4}")) {
      throw ProblemException.parameter("vintage", text, "une année comme 2024");
    }
    return Optional.ofNullable(text).map(Integer::parseInt);
  }

  private HttpResponse<byte[]> answer(Deliveries.Report report, Findings findings) {
    return HttpResponse.<byte[]>status(
            report.outcome() == Deliveries.Outcome.ACCEPTED ? HttpStatus.CREATED : HttpStatus.OK)
        .body(json.bytes(DeliveryReportView.of(report, findings)))
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "no-store");
  }

  private HttpResponse<StreamedFile> annotated(String fiche, Upload upload, List<Fault> faults)
      throws IOException {
    char decimalMark =
        supplies
            .conventions()
            .find(fiche)
            .map(held -> held.fiche().format().decimalMark())
            .orElse(',');
    return HttpResponse.ok(
            new StreamedFile(
                AnnotatedCopy.of(upload.file(), decimalMark, faults),
                MediaType.of("text/csv; charset=utf-8")))
        .header("Cache-Control", "no-store");
  }

  private static ProblemException notTheirs(Supplies.NotTheirsException e) {
    return new ProblemException(
        ProblemType.NOT_YOURS,
        String.valueOf(e.getMessage()),
        new Problem.Detail("fiche", "une fiche d'une convention de ce producteur"));
  }

  @Operation(
      operationId = "withdrawDelivery",
      summary = "Takes a delivery back",
      description =
          "Retrait: by the supplier whose mistake it is. What was published before it is published"
              + " again; the delivery stays on record, and is told where what was known then is"
              + " asked for (asOf).",
      security = @SecurityRequirement(name = "key"))
  @ApiResponse(responseCode = "204", description = "Taken back")
  @Consumes(MediaType.ALL)
  @Delete("/deliveries/{receipt}")
  HttpResponse<byte[]> withdraw(
      HttpRequest<?> request,
      @Parameter(
              description = "Receipt of the delivery",
              schema = @Schema(type = "string", maxLength = 40))
          @PathVariable
          String receipt,
      @Parameter(
              description = "Why, in a few words",
              required = true,
              schema = @Schema(type = "string", maxLength = 500))
          @QueryValue
          @Nullable String reason) {
    ApiKey key = bearer.require(request, Scope.FIGURES);
    if (reason == null || reason.isBlank()) {
      throw ProblemException.parameter("reason", "", "pourquoi la livraison est retirée");
    }
    return trail.witness(
        key.signature(),
        AuditAction.FIGURES_WITHDRAWN,
        "delivery/" + receipt,
        subject -> {
          withdraw(receipt, key, reason);
          return HttpResponse.noContent();
        });
  }

  private void withdraw(String receipt, ApiKey key, String reason) {
    try {
      if (!supplies.withdraw(receipt, key.producer(), reason)) {
        throw new ProblemException(
            ProblemType.UNKNOWN_CODE,
            "Aucune livraison en usage de ce reçu.",
            new Problem.Detail("receipt", "le reçu d'une livraison"));
      }
    } catch (Supplies.NotTheirsException e) {
      throw notTheirs(e);
    }
  }
}
