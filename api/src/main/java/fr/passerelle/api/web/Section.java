package fr.passerelle.api.web;

import java.util.List;

/**
 * A titled list of concepts on the page of another.
 *
 * @param id anchor in the page
 * @param title what they are to the concept
 * @param note explanation; may be empty
 * @param groups the concepts, in groups
 */
record Section(String id, String title, String note, List<Group> groups) {

  int total() {
    return groups.stream().mapToInt(group -> group.anchors().size()).sum();
  }

  /**
   * Concepts of one kind.
   *
   * @param title empty where there is one group only
   * @param path page of what says so, e.g. a correspondence; empty where the concept does
   * @param anchors all of them
   */
  record Group(String title, String path, List<Anchor> anchors) {
    /** A longer list is for machines: it would take seconds to read and to lay out. */
    private static final int MOST = 300;

    Group(String title, List<Anchor> anchors) {
      this(title, "", anchors);
    }

    List<Anchor> shown() {
      return anchors.subList(0, Math.min(MOST, anchors.size()));
    }

    int more() {
      return Math.max(0, anchors.size() - MOST);
    }
  }
}
