package fr.passerelle.catalog.producer;

import fr.passerelle.catalog.json.JsonText;
import fr.passerelle.vocab.Label;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A producer as its row keeps it. */
final class ProducerForm {
  private ProducerForm() {}

  static String json(Producer producer) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("code", producer.code());
    Map<String, Object> names = new LinkedHashMap<>();
    producer.names().forEach(name -> names.put(name.lang(), name.text()));
    form.put("names", names);
    form.put("kind", producer.kind().id());
    form.put("homepage", producer.homepage());
    producer.validFrom().ifPresent(day -> form.put("validFrom", day.toString()));
    producer.validUntil().ifPresent(day -> form.put("validUntil", day.toString()));
    form.put("successors", producer.successors());
    form.put("trusted", producer.trusted());
    return JsonText.write(form);
  }

  static Producer parse(String json) {
    Map<String, Object> form = JsonText.read(json);
    List<Label> names = new ArrayList<>();
    if (form.get("names") instanceof Map<?, ?> map) {
      map.forEach((lang, text) -> names.add(new Label(String.valueOf(text), String.valueOf(lang))));
    }
    List<String> successors = new ArrayList<>();
    if (form.get("successors") instanceof List<?> list) {
      list.forEach(each -> successors.add(String.valueOf(each)));
    }
    return new Producer(
        text(form, "code"),
        names,
        ProducerKind.find(text(form, "kind")).orElse(ProducerKind.OTHER),
        text(form, "homepage"),
        day(form, "validFrom"),
        day(form, "validUntil"),
        successors,
        Boolean.TRUE.equals(form.get("trusted")));
  }

  private static String text(Map<String, Object> form, String name) {
    return String.valueOf(form.getOrDefault(name, ""));
  }

  private static Optional<LocalDate> day(Map<String, Object> form, String name) {
    return Optional.of(text(form, name)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
  }
}
