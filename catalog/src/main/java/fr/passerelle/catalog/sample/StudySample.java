package fr.passerelle.catalog.sample;

import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.producer.ProducerFile;
import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.csv.StudyCsv;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The bundled catalogue: 45 studies cited by two regional contracts, a work programme and an
 * activity report, and their producers.
 */
public final class StudySample {
  private StudySample() {}

  /** The producers, with some of those they followed. */
  public static List<Producer> producers() {
    Findings findings = new Findings();
    try (Reader text = open("producers.csv")) {
      List<Producer> producers = ProducerFile.read("producers.csv", text, Producers.NONE, findings);
      findings.refuseIfFaulty();
      return producers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The studies, as forms to be deposited. */
  public static List<Submission> studies() {
    Findings findings = new Findings();
    try (Reader text = open("studies.csv")) {
      List<Submission> studies = StudyCsv.read("studies.csv", text, findings);
      findings.refuseIfFaulty();
      return studies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader open(String name) {
    return new InputStreamReader(
        Objects.requireNonNull(StudySample.class.getResourceAsStream(name), name),
        StandardCharsets.UTF_8);
  }
}
