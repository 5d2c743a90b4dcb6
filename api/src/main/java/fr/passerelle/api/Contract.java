package fr.passerelle.api;

import fr.passerelle.api.http.Problem;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** Head of the HTTP contract; the rest of it is written from the controllers at compile time. */
@SecurityScheme(
    name = "key",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "A key of this installation, made by its operator. Reading needs none.")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Passerelle",
            version = "1",
            description =
                "Open data of a regional employment-training observatory: referentials and their"
                    + " correspondences. Errors are problems (RFC 9457); lists are paged by signed"
                    + " cursors; every answer has a strong ETag and names producer, date, licence"
                    + " and citation.",
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
// What every operation may answer, which openapi/common.yaml says once.
@OpenAPIExtraSchema(Problem.class)
final class Contract {
  private Contract() {}
}
