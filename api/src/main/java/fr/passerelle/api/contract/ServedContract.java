package fr.passerelle.api.contract;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Json;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** The contract that is committed, naming the address at which this installation answers. */
@Singleton
final class ServedContract {
  /** As ContractTest writes it; that it is there is a test of its own. */
  private static final String ANYWHERE = "- url: /\n";

  private final Instance instance;
  private final Json json;

  ServedContract(Instance instance, Json json) {
    this.instance = instance;
    this.json = json;
  }

  byte[] yaml() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  byte[] json() {
    LoaderOptions options = new LoaderOptions();
    DumperOptions none = new DumperOptions();
    Map<String, Object> contract =
        new Yaml(new SafeConstructor(options), new Representer(none), none, options).load(text());
    return json.bytes(contract);
  }

  private String text() {
    try (InputStream in =
        Objects.requireNonNull(ServedContract.class.getResourceAsStream("passerelle.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceFirst(ANYWHERE, "- url: " + instance.address() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
