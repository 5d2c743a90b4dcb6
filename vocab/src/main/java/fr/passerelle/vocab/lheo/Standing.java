package fr.passerelle.vocab.lheo;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.RomeEditions;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.lheo.Supply.Citation;
import fr.passerelle.vocab.source.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says how the codes that a supply cites stand today: unknown, retired, inactive, replaced. */
final class Standing {
  /** More are counted only: nobody reads a thousand codes in a report. */
  private static final int LISTED = 20;

  private final Function<String, Optional<Release>> published;
  private final Findings findings;

  Standing(Function<String, Optional<Release>> published, Findings findings) {
    this.published = published;
    this.findings = findings;
  }

  /** One remark for each scheme, and one for each kind of trouble in it. */
  void tell(Map<ConceptRef, Citation> cited) {
    Map<String, Map<ConceptRef, Citation>> bySchemes = new TreeMap<>();
    cited.forEach((ref, citation) ->
        bySchemes.computeIfAbsent(ref.scheme(), key -> new LinkedHashMap<>()).put(ref, citation));
    bySchemes.forEach(this::tell);
  }

  private void tell(String scheme, Map<ConceptRef, Citation> cited) {
    String count = scheme + " : " + cited.size() + " codes cités";
    Optional<Scheme> known = known(scheme);
    if (scheme.equals(FormacodeEditions.UNKNOWN) || scheme.equals(RomeEditions.UNKNOWN)) {
      findings.remark(count + ", dont ni ref, ni date, ni le code seul ne prouvent la version");
    } else if (known.isEmpty()) {
      findings.remark(count + ", non vérifiés : cette édition n'est pas publiée ici");
    } else {
      findings.remark(count);
      troubles(known.get(), cited)
          .forEach(
              (trouble, codes) -> findings.remark(scheme + ", " + trouble + " : " + listed(codes)));
    }
  }

  /** ROME 3 is known as far as ROME 4 names the parents of its sheets. */
  private Optional<Scheme> known(String scheme) {
    String edition = scheme.equals(RomeEditions.ROME_3) ? Edition.ROME_4.id() : scheme;
    return published
        .apply(edition)
        .filter(release -> !release.source().sample())
        .flatMap(release ->
            release.schemes().stream().filter(each -> each.id().equals(scheme)).findFirst());
  }

  private static Map<String, List<String>> troubles(Scheme known, Map<ConceptRef, Citation> cited) {
    Map<String, List<String>> troubles = new LinkedHashMap<>();
    cited.forEach((ref, citation) -> {
      Optional<Concept> concept = known.find(ref.code());
      String trouble = concept.map(each -> trouble(known, each)).orElse("inconnus");
      // A code in 00 is a domain of ROME 3, of which nothing is known here.
      if (!trouble.isEmpty() && !(known.id().equals(RomeEditions.ROME_3) && isDomain(ref))) {
        troubles
            .computeIfAbsent(trouble, key -> new ArrayList<>())
            .add(ref.code() + concept.map(Standing::successors).orElse("") + where(citation));
      }
    });
    return troubles;
  }

  private static boolean isDomain(ConceptRef ref) {
    return ref.code().endsWith("00");
  }

  private static String trouble(Scheme known, Concept concept) {
    if (concept.status() == Status.RETIRED) {
      return "retirés";
    }
    boolean replaced = concept.links(Link.Kind.REMPLACE_PAR).findAny().isPresent();
    // A diploma that Certif Info archived is a stub that says what replaces it.
    if (concept.status() == Status.REFERENCED
        && !replaced
        && !known.id().equals(RomeEditions.ROME_3)) {
      return "inconnus";
    }
    if ("false".equals(concept.properties().get(Property.ACTIF))) {
      return "inactifs";
    }
    return replaced ? "remplacés" : "";
  }

  private static String successors(Concept concept) {
    String all =
        concept
            .links(Link.Kind.REMPLACE_PAR)
            .map(link -> link.target().code())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "" : " > " + all;
  }

  private static String where(Citation citation) {
    return " (%s%s)"
        .formatted(
            citation.place(), citation.count() == 1 ? "" : ", " + citation.count() + " fois");
  }

  private static String listed(List<String> codes) {
    String first = codes.stream().limit(LISTED).collect(Collectors.joining(" ; "));
    return codes.size() > LISTED ? codes.size() + ", dont " + first : first;
  }
}
