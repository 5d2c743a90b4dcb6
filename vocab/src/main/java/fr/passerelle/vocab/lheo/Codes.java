package fr.passerelle.vocab.lheo;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.RomeEditions;
import fr.passerelle.vocab.lheo.Formation.Certification;
import fr.passerelle.vocab.lheo.Formation.Cited;
import fr.passerelle.vocab.source.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes concepts of the codes of a training, each in the edition that its {@code ref} or the day of
 * the training proves; bounds are those of the Lhéo 2.3 schema.
 */
final class Codes {
  private static final int MOST_FORMACODE = 5;
  private static final int MOST_NSF = 3;
  private static final int MOST_ROME = 5;
  private static final int MOST_CERTIFICATIONS = 5;

  private static final Pattern FORMACODE = Pattern.compile("\\d{5}");
  private static final Pattern NSF = Pattern.compile("(\\d{3})([a-zA-Z]?)");
  private static final Pattern ROME = Pattern.compile("[A-N]\\d{4}");
  private static final Pattern RNCP = Pattern.compile("(?:RNCP\\s*)?(\\d{1,6})");
  private static final Pattern RS = Pattern.compile("(?:RS\\s*)?(\\d{1,6})");
  private static final Pattern CERTIFINFO = Pattern.compile("\\d{1,9}");

  private final Findings findings;

  Codes(Findings findings) {
    this.findings = findings;
  }

  /** What the training is about: each code once, with its place. */
  Map<ConceptRef, String> domain(Formation formation) {
    Map<ConceptRef, String> all = new LinkedHashMap<>();
    most(formation, formation.formacode, "code-FORMACODE", MOST_FORMACODE);
    most(formation, formation.nsf, "code-NSF", MOST_NSF);
    most(formation, formation.rome, "code-ROME", MOST_ROME);
    add(all, formation.formacode, code -> formacode(formation, code));
    add(all, formation.nsf, code -> nsf(formation, code));
    add(all, formation.rome, code -> rome(formation, code));
    return all;
  }

  private void most(Formation formation, List<?> read, String element, int most) {
    if (read.size() > most) {
      findings.refused(
          read.get(most) instanceof Cited tooMany ? tooMany.place() : formation.place,
          "too-many",
          "%s : %d <%s>, Lhéo en admet %d ; n'en garder que %d"
              .formatted(formation.name(), read.size(), element, most, most));
    }
  }

  private void add(
      Map<ConceptRef, String> all,
      List<Cited> codes,
      Function<Cited, Optional<ConceptRef>> concepts) {
    for (Cited code : codes) {
      concepts
          .apply(code)
          .filter(ref -> all.putIfAbsent(ref, code.place()) != null)
          .ifPresent(ref ->
              findings.repaired("code répété sur une formation, gardé une fois", code.place()));
    }
  }

  private Optional<ConceptRef> formacode(Formation formation, Cited code) {
    if (!FORMACODE.matcher(code.code()).matches()) {
      return refused(formation, code, "un Formacode est de cinq chiffres");
    }
    String scheme =
        named(code, FormacodeEditions::named, "du Formacode").orElse(FormacodeEditions.UNKNOWN);
    return Optional.of(new ConceptRef(scheme, code.code()));
  }

  /** The edition that {@code ref} names; words that name none are as good as none. */
  private Optional<String> named(
      Cited code, Function<String, Optional<String>> rule, String vocabulary) {
    Optional<String> named = rule.apply(code.ref());
    if (named.isEmpty() && !code.ref().isEmpty()) {
      findings.repaired(
          "ref qui ne dit pas une version %s (« %s »), tenu pour absent"
              .formatted(vocabulary, code.ref()),
          code.place());
    }
    return named;
  }

  private Optional<ConceptRef> rome(Formation formation, Cited code) {
    String upper = code.code().toUpperCase(Locale.ROOT);
    if (!ROME.matcher(upper).matches()) {
      return refused(formation, code, "un code ROME est une lettre de A à N et quatre chiffres");
    }
    if (!upper.equals(code.code())) {
      findings.repaired("code ROME en minuscule, mis en majuscule", code.place());
    }
    boolean early = formation.written.filter(RomeEditions::isBefore4).isPresent();
    String byDay = early ? RomeEditions.ROME_3 : RomeEditions.UNKNOWN;
    String scheme = named(code, RomeEditions::named, "du ROME").orElse(byDay);
    return Optional.of(new ConceptRef(scheme, upper));
  }

  /** A letter qualifies the group, as in the registers: the group is what is cited. */
  private Optional<ConceptRef> nsf(Formation formation, Cited code) {
    Matcher nsf = NSF.matcher(code.code());
    if (!nsf.matches()) {
      return refused(formation, code, "un groupe NSF est de trois chiffres");
    }
    if (!nsf.group(2).isEmpty()) {
      findings.repaired("lettre à la suite d'un groupe NSF, ôtée", code.place());
    }
    return Optional.of(new ConceptRef(Edition.NSF.id(), nsf.group(1)));
  }

  /** The certifications that the training leads to, each by all its numbers. */
  List<Map<ConceptRef, String>> certifications(Formation formation) {
    most(formation, formation.certifications, "certification", MOST_CERTIFICATIONS);
    List<Map<ConceptRef, String>> all = new ArrayList<>();
    for (Certification each : formation.certifications) {
      most(formation, each.rncp(), "code-RNCP", 1);
      most(formation, each.rs(), "code-RS", 1);
      most(formation, each.certifinfo(), "code-CERTIFINFO", 1);
      Map<ConceptRef, String> names = new LinkedHashMap<>();
      add(names, each.certifinfo(), code -> certifinfo(formation, code));
      add(names, each.rncp(), code -> record(formation, code, Edition.RNCP, RNCP));
      add(names, each.rs(), code -> record(formation, code, Edition.RS, RS));
      if (!names.isEmpty()) {
        all.add(names);
      }
    }
    return all;
  }

  private Optional<ConceptRef> certifinfo(Formation formation, Cited code) {
    return CERTIFINFO.matcher(code.code()).matches()
        ? Optional.of(new ConceptRef(Edition.CERTIFINFO.id(), code.code()))
        : refused(formation, code, "un code Certif Info est fait de chiffres");
  }

  /** A number stands without the prefix of its register; some write it all the same. */
  private Optional<ConceptRef> record(
      Formation formation, Cited code, Edition register, Pattern form) {
    Matcher number = form.matcher(code.code());
    if (!number.matches()) {
      return refused(formation, code, "un numéro de " + register.id() + " est fait de chiffres");
    }
    if (!number.group(1).equals(code.code())) {
      findings.repaired("numéro de fiche précédé de son répertoire, le préfixe ôté", code.place());
    }
    String prefix = register.id().toUpperCase(Locale.ROOT);
    return Optional.of(new ConceptRef(register.id(), prefix + number.group(1)));
  }

  private Optional<ConceptRef> refused(Formation formation, Cited code, String rule) {
    findings.refused(
        code.place(),
        "code",
        "%s : « %s », or %s ; corriger l'offre".formatted(formation.name(), code.code(), rule));
    return Optional.empty();
  }

  /** What a code is. */
  static ConceptType type(ConceptRef ref) {
    return switch (ref.scheme()) {
      case "rncp", "rs" -> ConceptType.CERTIFICATION;
      case "certifinfo" -> ConceptType.DIPLOME;
      case "nsf" -> ConceptType.GROUPE_SPECIALITE;
      // A code in 00 is a professional domain of ROME 3: no sheet has that number.
      case RomeEditions.ROME_3, "rome-4", RomeEditions.UNKNOWN ->
          ref.code().endsWith("00") ? ConceptType.DOMAINE_PROFESSIONNEL : ConceptType.FICHE_METIER;
      default -> ConceptType.TERME_FORMACODE;
    };
  }
}
