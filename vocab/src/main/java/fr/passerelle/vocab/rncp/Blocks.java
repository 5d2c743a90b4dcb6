package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.rncp.Fiche.Item;
import fr.passerelle.vocab.source.Findings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

  void add(Repertoire repertoire, ConceptBuilder certification, List<Item> blocks) {
    for (Item block : blocks) {
      String number = certification.ref().code();
      String code = code(block);
      if (!CODE.matcher(code).matches() || block.label().isEmpty()) {
        findings.refused(
            block.place(),
            "bloc",
            "%s : bloc « %s » au code impropre à une URI ou sans libellé ; corriger la fiche"
                .formatted(number, block.code()));
      } else {
        add(repertoire, certification, new Item(number + "/" + code, block.label(), block.place()));
      }
    }
  }

  private String code(Item block) {
    if (!BLANKS.matcher(block.code()).find()) {
      return block.code();
    }
    findings.repaired("espaces dans un code de bloc, remplacés par un tiret", block.place());
    return BLANKS.matcher(block.code()).replaceAll("-");
  }

  private void add(Repertoire repertoire, ConceptBuilder certification, Item block) {
    Optional<Concept> before = repertoire.findBlock(block.code());
    if (before.isEmpty()) {
      ConceptRef ref = new ConceptRef(repertoire.id(), block.code());
      ConceptBuilder concept = new ConceptBuilder(ref, ConceptType.BLOC_COMPETENCES, block.label());
      repertoire.addBlock(concept.build());
      certification.link(Link.of(Link.Kind.BLOC, ref));
    } else if (before.get().prefLabel("fr").equals(block.label())) {
      findings.repaired("bloc répété sur sa fiche, gardé une fois", block.place());
    } else {
      findings.refused(
          block.place(),
          "duplicate-code",
          block.code() + " : deux blocs de la fiche portent ce code ; corriger la fiche");
    }
  }
}
