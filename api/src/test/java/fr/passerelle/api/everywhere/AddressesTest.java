package fr.passerelle.api.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The table has every address that can be read. */
class AddressesTest {
  private static final Path CONTRACT =
      Path.of(System.getenv().getOrDefault("PASSERELLE_ROOT", ".."))
          .resolve("openapi/passerelle.yaml");

  private static Stream<String> routes(JavaClass controller) {
    String base = controller.getAnnotationOfType(Controller.class).value();
    return controller.getMethods().stream()
        .filter(method -> method.isAnnotatedWith(Get.class))
        .flatMap(AddressesTest::paths)
        .map(path -> (base.equals("/") ? "" : base) + (path.equals("/") ? "" : path))
        .map(route -> route.isEmpty() ? "/" : route);
  }

  private static Stream<String> paths(JavaMethod method) {
    Get get = method.getAnnotationOfType(Get.class);
    return Stream.concat(Stream.of(get.value(), get.uri()), Arrays.stream(get.uris()))
        .filter(path -> !path.equals("/"))
        .findFirst()
        .or(() -> Optional.of("/"))
        .stream();
  }

  private static Set<String> tabled() {
    return Address.all().stream().map(Address::route).collect(Collectors.toSet());
  }

  @Test
  void every_route_that_reads_has_a_line() {
    Set<String> routes =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fr.passerelle.api")
                .stream()
                .filter(each -> each.isAnnotatedWith(Controller.class))
                .flatMap(AddressesTest::routes)
                .collect(Collectors.toCollection(TreeSet::new));

    assertThat(routes).hasSizeGreaterThan(100);
    assertThat(tabled()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void every_operation_of_the_contract_that_reads_has_a_line() throws IOException {
    Map<String, Object> contract = new Yaml().load(Files.readString(CONTRACT));
    List<String> read =
        ((Map<?, ?>) Objects.requireNonNull(contract.get("paths")))
            .entrySet().stream()
                .filter(path ->
                    ((Map<?, ?>) Objects.requireNonNull(path.getValue())).containsKey("get"))
                .map(path -> String.valueOf(path.getKey()))
                .toList();

    assertThat(read).hasSizeGreaterThan(50);
    assertThat(tabled()).containsAll(read);
  }
}
