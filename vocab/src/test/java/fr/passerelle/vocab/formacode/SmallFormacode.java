package fr.passerelle.vocab.formacode;

import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A typed Formacode: one broad domain, a top term, three terms below. Words are made up, but for
 * the columns.
 */
public final class SmallFormacode {
  private static final String TERMS =
      """
      Code du Terme;Descripteur en majuscules;Descripteur en typo riche;Champ sémantique;Synonymes;\
      Synonymes métier;TG (Terme Générique);TS (Termes Spécifiques);TA (Termes Associés);\
      NE (Note d’Explication);NA (Note d’Application);Note de version;ex-synonyme V-1;Code arborescence
      21554;AGRO;Agro;215 AGRO;;;Industrie;Boulangerie - 21538;;;;;;G0A0
      21538;BOULANGERIE;Boulangerie;215 AGRO;panification;mitronne;Agro - 21554;\
      Pain - 21540###Levain - 21541;Logiciel fournil - 70001;Apprendre à pétrir.;\
      Voir [[PAIN]]21540.;Terme précisé.;fournil;G0A0A0
      21540;PAIN;Pain;215 AGRO;;;Boulangerie - 21538;;Levain - 21541;;;;;G0A0A0A0
      21541;LEVAIN;Levain;215 AGRO;;;Boulangerie - 21538;;Pain - 21540;;;;;G0A0A0A1
      """;

  private static final String DOMAINS =
      """
      Code du Terme;Descripteur en majuscules;Descripteur en typo riche;TS (Termes Spécifiques);\
      Note de version;Code arborescence
      00107;INDUSTRIE;Industrie ;Agro - 21554;null;G0
      """;

  private static final String V13 =
      """
      A;B;C;D;E;F;G;H;
      215;AGRO;AGRO 21554;;;;;
      215;AGRO;;BOULANGE 21538;;;;
      215;AGRO;;;PAIN 21540;;;
      215;AGRO;;;BRIOCHE 21549;;;
      """;

  private final List<String> texts = new ArrayList<>();
  private final Findings findings = new Findings();

  private SmallFormacode(String text) {
    texts.add(text);
  }

  /** The terms of V14. */
  public static SmallFormacode terms() {
    return new SmallFormacode(TERMS);
  }

  /** The terms of V13. */
  static SmallFormacode v13() {
    return new SmallFormacode(V13);
  }

  static SmallFormacode domains() {
    return new SmallFormacode(DOMAINS);
  }

  static SmallFormacode of(String text) {
    return new SmallFormacode(text);
  }

  SmallFormacode and(SmallFormacode other) {
    texts.addAll(other.texts);
    return this;
  }

  /** The same with other words in the first file that holds them. */
  public SmallFormacode with(String old, String words) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).contains(old)) {
        texts.set(i, texts.get(i).replace(old, words));
        return this;
      }
    }
    throw new IllegalArgumentException("not in the fixture: " + old);
  }

  Findings findings() {
    return findings;
  }

  /** The only release in the files. */
  public Release release() {
    return read().getFirst();
  }

  List<Release> read() {
    try {
      Path folder = Files.createTempDirectory("formacode");
      List<Origin> origins = new ArrayList<>();
      for (String text : texts) {
        Path file = folder.resolve("f" + origins.size() + ".csv");
        Files.writeString(file, "\ufeff" + text.replace("\n", "\r\n"));
        origins.add(new Origin(file, Optional.empty(), Optional.of(LocalDate.of(2026, 1, 15))));
      }
      return FormacodeFile.read(origins, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
