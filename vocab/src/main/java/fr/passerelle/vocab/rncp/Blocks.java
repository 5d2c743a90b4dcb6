package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.rncp.Fiche.Item;
import fr.passerelle.vocab.source.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the blocks of skills of a certification. Their codes are its own, two records may both have
 * a block {@code 01}: a block is named {@code {certification}/{bloc}}.
 */
final class Blocks {
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Findings findings;

  Blocks(Findings findings) {
    this.findings = findings;
  }

  /** The blocks of a certification under their names, each once; others are refused. */
  List<Item> sound(ConceptRef certification, List<Item> blocks) {
    Map<String, Item> sound = new LinkedHashMap<>();
    for (Item block : blocks) {
      String number = certification.code();
      String code = code(block);
      if (!CODE.matcher(code).matches() || block.label().isEmpty()) {
        findings.refused(
            block.place(),
            "bloc",
            "%s : bloc « %s » au code impropre à une URI ou sans libellé ; corriger la fiche"
                .formatted(number, block.code()));
      } else {
        Item named = new Item(number + "/" + code, block.label(), block.place());
        repeated(sound.putIfAbsent(named.code(), named), named);
      }
    }
    return List.copyOf(sound.values());
  }

  private void repeated(@Nullable Item before, Item block) {
    if (before != null && before.label().equals(block.label())) {
      findings.repaired("bloc répété sur sa fiche, gardé une fois", block.place());
    } else if (before != null) {
      findings.refused(
          block.place(),
          "duplicate-code",
          block.code() + " : deux blocs de la fiche portent ce code ; corriger la fiche");
    }
  }

  private String code(Item block) {
    if (!BLANKS.matcher(block.code()).find()) {
      return block.code();
    }
    findings.repaired("espaces dans un code de bloc, remplacés par un tiret", block.place());
    return BLANKS.matcher(block.code()).replaceAll("-");
  }

  /** Makes them parts of the certification. */
  static void add(Repertoire repertoire, ConceptBuilder certification, List<Item> sound) {
    for (Item block : sound) {
      ConceptRef ref = new ConceptRef(repertoire.id(), block.code());
      repertoire.addBlock(
          new ConceptBuilder(ref, ConceptType.BLOC_COMPETENCES, block.label()).build());
      certification.link(Link.of(Link.Kind.BLOC, ref));
    }
  }
}
