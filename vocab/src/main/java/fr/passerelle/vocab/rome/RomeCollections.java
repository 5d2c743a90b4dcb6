package fr.passerelle.vocab.rome;

import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Newcomer;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The collections that France Travail makes by the flags of its files: jobs and skills of the
 * ecological, digital and demographic transitions, regulated and management jobs.
 *
 * <p>They are derived whenever a release is read, and not kept with it: the flags are the fact.
 */
public final class RomeCollections {
  private static final Map<ConceptType, String> KINDS = new EnumMap<>(ConceptType.class);
  private static final Map<Property, Flag> FLAGS = new EnumMap<>(Property.class);

  static {
    KINDS.put(ConceptType.FICHE_METIER, "fiches métiers");
    KINDS.put(ConceptType.APPELLATION, "appellations");
    KINDS.put(ConceptType.COMPETENCE, "compétences");
    KINDS.put(ConceptType.MACRO_COMPETENCE, "compétences");
    KINDS.put(ConceptType.SAVOIR, "savoirs");
    flag(Property.TRANSITION_ECOLOGIQUE, "Transition écologique", "transition_eco");
    flag(Property.SERT_TRANSITION_ECOLOGIQUE, "Transition écologique", "transition_eco");
    flag(Property.TRANSITION_NUMERIQUE, "Transition numérique", "transition_num");
    flag(Property.TRANSITION_DEMOGRAPHIQUE, "Transition démographique", "transition_demo");
    flag(Property.EMPLOI_REGLEMENTE, "Emploi réglementé", "emploi_reglemente");
    flag(Property.EMPLOI_CADRE, "Emploi cadre", "emploi_cadre");
  }

  private final Map<Mark, List<ConceptRef>> members = new LinkedHashMap<>();

  private RomeCollections() {}

  /** A column of the files, and its name for people. */
  private record Flag(String title, String column) {}

  /** What concepts of a kind have in common: a flag, with its value. */
  private record Mark(Flag flag, String value, String kind) {
    private boolean phrase() {
      return !value.equals("true");
    }

    String label() {
      return flag.title() + (phrase() ? " : " + words(value) : "") + " (" + kind + ")";
    }

    String description() {
      return "Ce que France Travail marque « %s » au champ %s du ROME."
          .formatted(phrase() ? value : "O", flag.column());
    }
  }

  private static void flag(Property property, String title, String column) {
    FLAGS.put(property, new Flag(title, column));
  }

  /** The release with its collections, if it is one of ROME 4; else as it is. */
  public static Release addTo(Release release) {
    if (!release.edition().id().equals(Edition.ROME_4.id())) {
      return release;
    }
    List<Collection> all = new ArrayList<>(release.collections());
    all.addAll(of(release.schemes().getFirst()));
    return release.withCollections(all);
  }

  private static List<Collection> of(Scheme scheme) {
    RomeCollections collections = new RomeCollections();
    scheme.concepts().stream()
        .filter(concept -> concept.status() == Status.CURRENT)
        .forEach(collections::add);
    return collections.members.entrySet().stream().map(RomeCollections::collection).toList();
  }

  private static Collection collection(Map.Entry<Mark, List<ConceptRef>> each) {
    Mark mark = each.getKey();
    return new Collection(
        RomeParents.AUTHOR,
        Newcomer.slug(mark.label()),
        mark.label(),
        mark.description(),
        "",
        /* ordered= */ false,
        each.getValue());
  }

  private void add(Concept concept) {
    String kind = KINDS.get(concept.type());
    if (kind == null) {
      return;
    }
    concept
        .properties()
        .forEach((property, value) -> {
          @Nullable Flag flag = FLAGS.get(property);
          if (flag != null && !value.isEmpty() && !value.equals("false")) {
            members
                .computeIfAbsent(new Mark(flag, value, kind), mark -> new ArrayList<>())
                .add(concept.ref());
          }
        });
  }

  /** {@code Emploi stratégique pour la Transition écologique}: the title says what for. */
  private static String words(String phrase) {
    return phrase.toLowerCase(Locale.FRENCH).replaceFirst(" pour la transition écologique$", "");
  }
}
