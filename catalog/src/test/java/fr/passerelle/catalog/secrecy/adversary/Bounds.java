package fr.passerelle.catalog.secrecy.adversary;

import fr.passerelle.catalog.secrecy.adversary.Attack.Game;
import fr.passerelle.catalog.secrecy.adversary.Oracle.Reply;
import fr.passerelle.catalog.secrecy.adversary.Secrets.Target;
import fr.passerelle.catalog.territory.Communes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Bounds of cells by linear programming over bounds of answers. */
final class Bounds {
  /** Communes taken as unknowns: of so few, sums are small enough for bounds to be of use. */
  private static final int UNKNOWNS = 10;

  private static final int ANSWERS = 160;

  private Bounds() {}

  /**
   * What a cell is between, as far as answers tell.
   *
   * @param least infinite where nothing fits
   */
  record Range(double least, double most) {}

  private record Constraint(List<Integer> chosen, double least, double most) {}

  static Map<Target, Double> solve(Game game) {
    Map<Target, Double> found = new HashMap<>();
    ranges(game)
        .forEach((target, range) -> {
          double least = Math.ceil(range.least() - 1e-6);
          if (least == Math.floor(range.most() + 1e-6)) {
            found.put(target, least);
          }
        });
    return found;
  }

  static Map<Target, Range> ranges(Game game) {
    Map<Target, Range> found = new HashMap<>();
    SortedMap<String, String> categories = game.categories().getFirst();
    List<Integer> places =
        game.targets().stream()
            .filter(target -> target.categories().equals(categories))
            .map(Target::place)
            .limit(UNKNOWNS)
            .toList();
    List<Constraint> constraints = constraints(game, places, categories);
    for (int at = 0; at < places.size(); at++) {
      Target target = new Target(places.get(at), game.period(), categories);
      Range range =
          new Range(
              optimum(places.size(), constraints, at, /* highest= */ false),
              optimum(places.size(), constraints, at, /* highest= */ true));
      found.put(target, range);
    }
    return found;
  }

  private static List<Constraint> constraints(
      Game game, List<Integer> places, SortedMap<String, String> categories) {
    List<Constraint> all = new ArrayList<>();
    for (int i = 0; i < ANSWERS; i++) {
      List<Integer> chosen = new ArrayList<>();
      for (int at = 0; at < places.size(); at++) {
        if (i < places.size() ? at == i : game.random().nextBoolean()) {
          chosen.add(at);
        }
      }
      Optional<Reply> reply =
          game.oracle()
              .ask(
                  Communes.of(chosen.stream().mapToInt(places::get).toArray()),
                  game.period(),
                  categories);
      reply.ifPresent(told -> all.add(new Constraint(chosen, told.least(), told.most())));
    }
    return all;
  }

  private static double optimum(
      int unknowns, List<Constraint> constraints, int of, boolean highest) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> cells = new ArrayList<>();
    for (int i = 0; i < unknowns; i++) {
      cells.add(model.newVariable("x" + i).lower(0).upper(1_000));
    }
    cells.get(of).weight(1);
    for (int i = 0; i < constraints.size(); i++) {
      Expression sum =
          model
              .newExpression("s" + i)
              .lower(constraints.get(i).least())
              .upper(constraints.get(i).most());
      constraints.get(i).chosen().forEach(at -> sum.set(cells.get(at), 1));
    }
    Optimisation.Result result = highest ? model.maximise() : model.minimise();
    return result.getState().isFeasible()
        ? result.doubleValue(of)
        : highest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }
}
