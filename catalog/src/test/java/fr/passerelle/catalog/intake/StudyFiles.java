package fr.passerelle.catalog.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small files of studies, typed. */
final class StudyFiles {
  static final String RIS =
      """
      TY  - RPRT
      ID  - besoins-2024
      TI  - Les besoins de main-d'œuvre
      AU  - Martin, Anne
      AU  - Petit, Luc
      PB  - Céreq
      PY  - 2024
      DA  - 2024/03/15/
      AB  - Une enquête auprès
        de deux mille entreprises.
      KW  - Les besoins en compétences
      KW  - apprentissage
      LA  - fre
      UR  - https://www.cereq.fr/besoins-2024
      L1  - https://www.cereq.fr/besoins-2024.pdf
      T2  - Céreq Bref
      IS  - 412
      SP  - 48
      ER  -

      """;

  static final String BIBTEX =
      """
      Exported by a reference manager.
      @string{cereq = "C{\\'e}req"}
      @techreport{martin2024,
        title = {Les besoins de main-d'{\\oe}uvre},
        author = {Martin, Anne and Petit, Luc},
        institution = cereq,
        year = 2024, month = mar,
        keywords = {Les besoins en compétences, apprentissage},
        url = {https://www.cereq.fr/besoins_2024},
        pages = {48 p.},
        language = {french}
      }
      @comment{nothing}
      """;

  static final String PMB =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <unimarc>
        <notice>
          <rs>n</rs><dt>a</dt><bl>m</bl><hl>*</hl><el>1</el><ru>i</ru>
          <f c="001">1234</f>
          <f c="101" ind="0 "><s c="a">fre</s></f>
          <f c="200" ind="1 "><s c="a">[Les ]besoins de main-d'œuvre</s><s c="e">enquête 2024</s></f>
          <f c="210"><s c="a">Marseille</s><s c="c">Céreq</s><s c="d">impr. 2024</s></f>
          <f c="215"><s c="a">48 p.</s></f>
          <f c="225"><s c="a">Céreq Bref</s><s c="v">412</s></f>
          <f c="330"><s c="a">Une enquête auprès de deux mille entreprises.</s></f>
          <f c="606"><s c="a">Les besoins en compétences</s></f>
          <f c="606"><s c="a">apprentissage</s></f>
          <f c="700"><s c="a">Martin</s><s c="b">Anne</s></f>
          <f c="856"><s c="u">https://www.cereq.fr/besoins-2024.pdf</s></f>
          <f c="995"><s c="f">cote 12</s></f>
        </notice>
      </unimarc>
      """;

  private StudyFiles() {}

  /** The same notice in ISO 2709. */
  static byte[] iso2709(String identifier, String coding, MarcText text) {
    List<String> tags = List.of("001", "100", "101", "200", "210", "330");
    List<byte[]> data =
        List.of(
            bytes(identifier),
            sub("a", bytes("20240315d2024    u  y0frey" + coding + "    ba")),
            sub("a", bytes("fre")),
            sub("a", text.encode("Étude des métiers")),
            sub("c", text.encode("Céreq")),
            sub("a", text.encode("Où vont les élèves")));
    return record(tags, data);
  }

  /** Writes a text as bytes of an encoding. */
  interface MarcText {
    byte[] encode(String text);
  }

  /** ISO 5426: the accent, then the letter. */
  static byte[] iso5426(String text) {
    return text.replace("É", "\u00c2E")
        .replace("é", "\u00c2e")
        .replace("è", "\u00c1e")
        .replace("ù", "\u00c1u")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] sub(String code, byte[] text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("  \u001f" + code));
    out.writeBytes(text);
    return out.toByteArray();
  }

  private static byte[] record(List<String> tags, List<byte[]> data) {
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    StringBuilder directory = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < tags.size(); i++) {
      starts.add(fields.size());
      fields.writeBytes(data.get(i));
      fields.write(0x1e);
      directory.append("%s%04d%05d".formatted(tags.get(i), data.get(i).length + 1, starts.get(i)));
    }
    int base = 24 + directory.length() + 1;
    int length = base + fields.size() + 1;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("%05dnam  22%05d   450 ".formatted(length, base)));
    out.writeBytes(bytes(directory.toString()));
    out.write(0x1e);
    out.writeBytes(fields.toByteArray());
    out.write(0x1d);
    return out.toByteArray();
  }
}
