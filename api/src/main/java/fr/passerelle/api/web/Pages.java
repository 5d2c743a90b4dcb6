package fr.passerelle.api.web;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Language;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.vocab.release.Snapshot;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Pages made once per state of what is published and per language. */
@Singleton
final class Pages {
  static final String HTML = "text/html; charset=utf-8";

  /** Nothing from elsewhere, no script at all (W3C, Content Security Policy Level 3). */
  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** The same for a page that is a program: its own scripts, which ask this service only. */
  static final String SCRIPTED = POLICY + "; script-src 'self'; connect-src 'self'";

  private final Answers answers;
  private final Catalogues catalogues;
  private final Instance instance;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());

  Pages(Answers answers, Catalogues catalogues, Instance instance) {
    this.answers = answers;
    this.catalogues = catalogues;
    this.instance = instance;
  }

  /**
   * What a template shows.
   *
   * @param title title of the page
   * @param model its parameter {@code page}
   * @param links {@code Link} header; may be empty
   * @param policy what a browser may load and run for it
   */
  record View(String title, Object model, String links, String policy) {
    View(String title, Object model, String links) {
      this(title, model, links, POLICY);
    }
  }

  /** The page that a template makes of what is published. */
  HttpResponse<byte[]> answer(
      HttpRequest<?> request, String template, BiFunction<Snapshot, Texts, View> view) {
    Texts t = Texts.of(Language.of(request));
    return answers.answer(
        request, HTML, t.lang(), snapshot -> content(template, t, view.apply(snapshot, t)));
  }

  /** The page that a template makes of the studies as the bearer of a request sees them. */
  HttpResponse<byte[]> studies(
      HttpRequest<?> request, String template, BiFunction<CatalogueView, Texts, View> view) {
    Texts t = Texts.of(Language.of(request));
    return catalogues.answer(
        request,
        HTML,
        t.lang() + "/" + LocalDate.now(ZoneOffset.UTC),
        catalogue -> content(template, t, view.apply(catalogue, t)));
  }

  private Answers.Content content(String template, Texts t, View made) {
    Map<String, String> headers = new HashMap<>(headers(t));
    headers.put("Content-Security-Policy", made.policy());
    if (!made.links().isEmpty()) {
      headers.put("Link", made.links());
    }
    return new Answers.Content(bytes(template, t, made), headers);
  }

  /** Headers of every page. */
  static Map<String, String> headers(Texts t) {
    return Map.of(
        "Content-Language",
        t.lang(),
        "Content-Security-Policy",
        POLICY,
        "Referrer-Policy",
        "no-referrer");
  }

  byte[] bytes(String template, Texts t, View view) {
    Shell shell =
        new Shell(t, instance.profile(), instance.address(), Asset.STYLE.path(), view.title());
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template + ".jte", Map.of("shell", shell, "page", view.model()), output);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
    try {
      output.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
