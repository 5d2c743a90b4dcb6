package fr.passerelle.vocab.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms under which a label or a code may be typed whole.
 *
 * <p>{@link ReleaseIndex#INDEX_VERSION} is to be raised when anything changes here.
 */
final class Forms {
  private static final Pattern GENDERS = Pattern.compile("\\s+/\\s+");
  private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)");
  private static final Pattern PREFIXED = Pattern.compile("[a-z]{2,}([0-9].*)");

  /** In characters: nobody types more. */
  private static final int LONGEST = 400;

  private Forms() {}

  /** Those words as one comparable form. */
  static String of(List<String> words) {
    String form = String.join(" ", Words.meaningful(words));
    return form.substring(0, Math.min(form.length(), LONGEST));
  }

  /**
   * Forms of a label, the whole first: "Développeur / Développeuse web" is also "developpeur web"
   * and "developpeuse web"; what stands in parentheses may be left out.
   */
  static Set<String> ofLabel(String label) {
    Set<String> forms = new LinkedHashSet<>(ofLabelWhole(label));
    if (label.indexOf('(') >= 0) {
      addForms(forms, ASIDE.matcher(label).replaceAll(" "));
    }
    forms.remove("");
    return forms;
  }

  /** The same, with what stands in parentheses. */
  static Set<String> ofLabelWhole(String label) {
    Set<String> forms = new LinkedHashSet<>();
    addForms(forms, label);
    forms.remove("");
    return forms;
  }

  static String firstWord(String form) {
    int end = form.indexOf(' ');
    return end < 0 ? form : form.substring(0, end);
  }

  private static void addForms(Set<String> forms, String label) {
    forms.add(of(Words.of(label)));
    if (label.indexOf('/') < 0) {
      return;
    }
    List<List<String>> genders = GENDERS.splitAsStream(label).map(Words::of).toList();
    if (genders.size() < 2) {
      return;
    }
    List<String> last = genders.getLast();
    for (List<String> gender : genders) {
      // What follows the last gender belongs to each.
      List<String> form = new ArrayList<>(gender);
      form.addAll(last.subList(Math.min(gender.size(), last.size()), last.size()));
      forms.add(of(form));
    }
  }

  /** A code without case, blanks nor punctuation. */
  static String ofCode(String code) {
    return String.join("", Words.of(code));
  }

  /**
   * Forms of a code: RNCP38667 is also 38667, and 31054 of scheme formacode-14 is also
   * formacode31054.
   */
  static Set<String> ofCode(String scheme, String code) {
    Set<String> forms = new LinkedHashSet<>();
    String whole = ofCode(code);
    forms.add(whole);
    var prefixed = PREFIXED.matcher(whole);
    if (prefixed.matches()) {
      forms.add(prefixed.group(1));
    } else {
      forms.add(Words.of(scheme).getFirst() + whole);
    }
    return forms;
  }
}
