package fr.passerelle.catalog.territory;

import fr.passerelle.catalog.territory.GeographyPart.Change;
import fr.passerelle.catalog.territory.GeographyPart.Commune;
import fr.passerelle.catalog.territory.GeographyPart.Listed;
import fr.passerelle.catalog.territory.GeographyPart.Step;
import fr.passerelle.catalog.territory.GeographyPart.Succession;
import fr.passerelle.catalog.territory.GeographyPart.Successors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a {@link PartFile}; without regular expressions, as there are 200 000. */
final class PartParser {
  private final String text;
  private int at;
  private int end;

  private GeographyPart.@Nullable Head head;
  private int vintage;
  private final List<Commune> reference = new ArrayList<>();
  private final List<GeographyPart.Zoning> zonings = new ArrayList<>();
  private final List<Listed> lists = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Successors> successors = new ArrayList<>();

  PartParser(String text) {
    this.text = text;
  }

  GeographyPart read(String form) {
    if (!next() || !cell().equals("!") || !cell().equals(form)) {
      throw new IllegalArgumentException("autre format que " + form);
    }
    boolean more = next();
    while (more) {
      more = block();
    }
    if (head == null) {
      throw new IllegalArgumentException("sans en-tête");
    }
    return new GeographyPart(head, vintage, reference, zonings, lists, steps, successors);
  }

  /** Reads one line and those that belong to it; whether another follows. */
  private boolean block() {
    String letter = cell();
    switch (letter) {
      case "h" ->
          head = new GeographyPart.Head(cell(), cell(), LocalDate.parse(cell()), cell(), cell());
      case "r" -> {
        vintage = number();
        return communes(reference);
      }
      case "v" -> {
        int year = number();
        List<Commune> communes = new ArrayList<>();
        boolean more = communes(communes);
        lists.add(new Listed(year, communes));
        return more;
      }
      case "z" -> {
        return zoning();
      }
      case "s" -> {
        return step();
      }
      case "g" -> {
        return successors();
      }
      default -> throw new IllegalArgumentException("ligne inconnue : " + letter);
    }
    return next();
  }

  private boolean communes(List<Commune> into) {
    boolean more = next();
    while (more && is('c')) {
      cell();
      into.add(new Commune(cell(), cell(), number()));
      more = next();
    }
    return more;
  }

  private boolean zoning() {
    String id = cell();
    String title = cell();
    List<GeographyPart.Zone> zones = new ArrayList<>();
    boolean more = next();
    while (more && is('n')) {
      cell();
      zones.add(new GeographyPart.Zone(cell(), cell(), places()));
      more = next();
    }
    zonings.add(new GeographyPart.Zoning(id, title, zones));
    return more;
  }

  private boolean step() {
    int from = number();
    int to = number();
    List<Change> changes = new ArrayList<>();
    boolean more = next();
    while (more && is('p')) {
      cell();
      changes.add(new Change(cell(), cell(), Double.parseDouble(cell())));
      more = next();
    }
    steps.add(new Step(from, to, changes));
    return more;
  }

  private boolean successors() {
    int year = number();
    List<Succession> all = new ArrayList<>();
    boolean more = next();
    while (more && is('a')) {
      cell();
      all.add(new Succession(cell(), cell()));
      more = next();
    }
    successors.add(new Successors(year, all));
    return more;
  }

  /** Goes to the next line, if there is one. */
  private boolean next() {
    at = end == 0 ? 0 : end + 1;
    if (at >= text.length()) {
      return false;
    }
    end = text.indexOf('\n', at);
    if (end < 0) {
      throw new IllegalArgumentException("fichier coupé");
    }
    return true;
  }

  private boolean is(char letter) {
    return text.charAt(at) == letter;
  }

  private String cell() {
    int tab = text.indexOf('\t', at);
    int stop = tab < 0 || tab > end ? end : tab;
    String cell = text.substring(at, stop);
    at = Math.min(stop + 1, end);
    return cell;
  }

  private int number() {
    return Integer.parseInt(cell());
  }

  private Communes places() {
    int[] places = new int[16];
    int count = 0;
    while (at < end) {
      int value = 0;
      while (at < end && text.charAt(at) != ' ') {
        value = value * 10 + Character.digit(text.charAt(at++), 10);
      }
      at++;
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = value;
    }
    return Communes.of(Arrays.copyOf(places, count));
  }
}
