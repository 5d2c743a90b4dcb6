package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/** What a walk knows while it goes on: the concepts met, each once, and the ways between them. */
final class Exploration {
  private static final long NOT_COUNTED = -1;

  private final Steps steps;
  private final Walk.Goal goal;
  private final Node start;

  /** By the concept itself: a snapshot has one of each, and tens of thousands are looked up. */
  private final IdentityHashMap<Concept, Node> nodes = new IdentityHashMap<>();

  private final List<ConceptRef> reached = new ArrayList<>();
  private final List<BrokenHop> broken = new ArrayList<>();
  private boolean gaveUp;

  /** A concept met, and where it leads: nowhere where the walk gave up before it. */
  private static final class Node {
    private final Concept concept;
    private final Station station;
    private List<Hop> hops = List.of();
    private List<Node> next = List.of();
    private boolean met;
    private boolean reached;
    private long ways = NOT_COUNTED;

    Node(Concept concept) {
      this.concept = concept;
      this.station = Station.of(concept).orElseThrow();
    }
  }

  Exploration(Steps steps, Walk.Goal goal, Concept start) {
    this.steps = steps;
    this.goal = goal;
    this.start = node(start);
  }

  private Node node(Concept concept) {
    return nodes.computeIfAbsent(concept, Node::new);
  }

  /** To the end of a way before the next one: where it gives up, it has found some. */
  void explore() {
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    start.met = true;
    int visited = 0;
    while (!open.isEmpty() && visited < Walk.MOST_CONCEPTS) {
      Node node = open.pop();
      visited++;
      visit(node);
      for (Node next : node.next.reversed()) {
        if (!next.met) {
          next.met = true;
          open.push(next);
        }
      }
    }
    gaveUp = !open.isEmpty();
  }

  private void visit(Node node) {
    if (goal.holds(node.concept)) {
      node.reached = true;
      reached.add(node.concept.ref());
    } else if (goal.isAt(node.concept)) {
      broken.add(new BrokenHop(node.concept, BrokenHop.Reason.OTHER_VOCABULARY, ""));
    } else {
      follow(node);
      if (node.hops.isEmpty()) {
        broken.add(steps.broken(node.concept));
      }
    }
  }

  private void follow(Node node) {
    List<Step> onward = steps.from(node.concept);
    node.hops = new ArrayList<>(onward.size());
    node.next = new ArrayList<>(onward.size());
    for (Step step : onward) {
      Node next = node(step.to());
      if (stays(next.station)) {
        node.hops.add(step.hop());
        node.next.add(next);
      }
    }
  }

  /** A hop may pass by a station, not beyond the last one. */
  private boolean stays(Station to) {
    int order = to.compareTo(goal.station());
    return steps.forward() ? order <= 0 : order >= 0;
  }

  /**
   * What was found.
   *
   * @param limit how many ways to give at most
   */
  Walk walk(int limit) {
    long total = ways(start);
    List<List<Hop>> paths = new ArrayList<>();
    collect(start, new ArrayDeque<>(), paths, limit);
    return new Walk(
        start.concept,
        goal,
        paths,
        total,
        List.copyOf(reached),
        List.copyOf(broken),
        gaveUp || total > paths.size());
  }

  private static long ways(Node node) {
    if (node.ways == NOT_COUNTED) {
      long sum = node.reached ? 1 : 0;
      for (Node next : node.next) {
        sum += ways(next);
      }
      node.ways = sum;
    }
    return node.ways;
  }

  private static void collect(Node at, Deque<Hop> way, List<List<Hop>> paths, int limit) {
    if (paths.size() == limit || at.ways <= 0) {
      return;
    }
    if (at.reached) {
      paths.add(List.copyOf(way));
      return;
    }
    for (int i = 0; i < at.next.size(); i++) {
      way.addLast(at.hops.get(i));
      collect(at.next.get(i), way, paths, limit);
      way.removeLast();
    }
  }
}
