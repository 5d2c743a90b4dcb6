package fr.passerelle.catalog.territory;

import java.util.List;
import java.util.OptionalInt;

/**
 * A commune through the vintages.
 *
 * @param name its name, the last one where it is no more
 * @param current whether it is one of the reference vintage
 * @param vintages years that have it
 * @param successors what it became: where it is no more, or was split
 * @param predecessors what went into it
 */
public record Biography(
    String name,
    boolean current,
    List<Integer> vintages,
    List<Successor> successors,
    List<Predecessor> predecessors) {
  public Biography {
    vintages = List.copyOf(vintages);
    successors = List.copyOf(successors);
    predecessors = List.copyOf(predecessors);
  }

  /**
   * A commune of today and what it has of another.
   *
   * @param place place in the order of codes
   * @param vintage year from which figures pass; empty where its list is not known
   * @param share from 0 to 1
   * @param sharing by what it is shared, an estimate then; {@link Passage.Sharing#NONE} where all
   *     of it passed
   */
  public record Successor(int place, OptionalInt vintage, double share, Passage.Sharing sharing) {
    /** Whether the share is an estimate. */
    public boolean estimated() {
      return !sharing.equals(Passage.Sharing.NONE);
    }
  }

  /** A commune of another vintage that is in one of today. */
  public record Predecessor(int vintage, String code, String name) {}

  /** Of a commune of the reference vintage. */
  static Biography living(Geography geography, int place) {
    String code = geography.code(place);
    List<Integer> years =
        geography.vintages().stream()
            .filter(year -> geography.vintage(year).orElseThrow().has(code))
            .toList();
    List<Successor> parts =
        years.reversed().stream()
            .filter(year -> year < geography.vintage())
            .filter(year ->
                geography.passage(code, year) instanceof Passage.Known known && !known.exact())
            .findFirst()
            .map(year -> successors(geography, code, year))
            .orElse(List.of());
    List<Predecessor> before =
        geography.predecessors(place).entrySet().stream()
            .flatMap(each ->
                each.getValue().stream()
                    .map(it ->
                        new Predecessor(each.getKey(), it, geography.name(it, each.getKey()))))
            .toList();
    return new Biography(geography.name(place), true, years, parts, before);
  }

  /** Of one that is no more. */
  static Biography former(Geography geography, String code, Passage.OtherVintage passage) {
    List<Integer> years = passage.vintages();
    List<Successor> successors =
        years.isEmpty()
            ? passage.now().stream()
                .map(now ->
                    new Successor(
                        geography.place(now), OptionalInt.empty(), 1, Passage.Sharing.NONE))
                .toList()
            : successors(geography, code, years.getLast());
    return new Biography(
        geography.name(code, years.isEmpty() ? 0 : years.getLast()),
        false,
        years,
        successors,
        List.of());
  }

  private static List<Successor> successors(Geography geography, String code, int year) {
    return geography.passage(code, year) instanceof Passage.Known known
        ? known.shares().stream()
            .map(each ->
                new Successor(each.place(), OptionalInt.of(year), each.share(), known.key()))
            .toList()
        : List.of();
  }
}
