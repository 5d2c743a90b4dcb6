package fr.passerelle.api.linkeddata.sparql.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Nodes by number, and numbers by node; predicates, which are few, have numbers of their own. It is
 * filled while a state is made, then read by many; the next state fills a copy, so that a node
 * keeps its number as long as its graph is kept.
 */
final class Dictionary {
  /** What has no number. */
  static final int NONE = -1;

  private static final int SMALLEST = 1 << 10;

  private @Nullable Node[] nodes;
  private int[] slots;
  private int size;
  private final List<Node> predicates;
  private final List<Integer> predicateNodes;
  private final Map<Node, Integer> predicateNumbers;

  Dictionary() {
    nodes = new @Nullable Node[SMALLEST];
    slots = emptySlots(2 * SMALLEST);
    predicates = new ArrayList<>();
    predicateNodes = new ArrayList<>();
    predicateNumbers = new HashMap<>();
  }

  private Dictionary(Dictionary other) {
    nodes = Arrays.copyOf(other.nodes, other.nodes.length);
    slots = other.slots.clone();
    size = other.size;
    predicates = new ArrayList<>(other.predicates);
    predicateNodes = new ArrayList<>(other.predicateNodes);
    predicateNumbers = new HashMap<>(other.predicateNumbers);
  }

  /** The same nodes, to which others can be added. */
  Dictionary copy() {
    return new Dictionary(this);
  }

  /** How many nodes there are. */
  int size() {
    return size;
  }

  /** The number of a node, or {@link #NONE}. */
  int find(Node node) {
    return slots[slot(node)];
  }

  /** The node of that number. */
  Node node(int number) {
    Node node = nodes[number];
    if (node == null) {
      throw new IllegalArgumentException("no node has number " + number);
    }
    return node;
  }

  /** The number of a node, which it is given if it had none. */
  int add(Node node) {
    int slot = slot(node);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    if (size == Order.MOST_NODES) {
      throw new IllegalStateException("more than " + Order.MOST_NODES + " nodes");
    }
    if (size == nodes.length) {
      grow();
      slot = slot(node);
    }
    nodes[size] = node;
    slots[slot] = size;
    return size++;
  }

  /** How many predicates there are. */
  int predicates() {
    return predicates.size();
  }

  /** The number of a predicate as such, or {@link #NONE}. */
  int findPredicate(Node node) {
    return predicateNumbers.getOrDefault(node, NONE);
  }

  /** The predicate of that number. */
  Node predicate(int number) {
    return predicates.get(number);
  }

  /** The number as a node of the predicate of that number. */
  int predicateNode(int number) {
    return predicateNodes.get(number);
  }

  /** The number of a predicate as such, which it is given if it had none. */
  int addPredicate(Node node) {
    Integer known = predicateNumbers.get(node);
    if (known != null) {
      return known;
    }
    int number = predicates.size();
    if (number == Order.MOST_PREDICATES) {
      throw new IllegalStateException("more than " + Order.MOST_PREDICATES + " predicates");
    }
    predicates.add(node);
    predicateNodes.add(add(node));
    predicateNumbers.put(node, number);
    return number;
  }

  private void grow() {
    nodes = Arrays.copyOf(nodes, 2 * nodes.length);
    slots = emptySlots(2 * nodes.length);
    for (int number = 0; number < size; number++) {
      slots[slot(node(number))] = number;
    }
  }

  /** Where a node is, or the free place where it would be; at most half of all are taken. */
  private int slot(Node node) {
    int mask = slots.length - 1;
    int hash = node.hashCode();
    int slot = (((hash ^ (hash >>> 15)) * 0x9E3779B9) >>> 8) & mask;
    while (slots[slot] != NONE && !node.equals(nodes[slots[slot]])) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int[] emptySlots(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
