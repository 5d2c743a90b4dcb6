package fr.passerelle.catalog.secrecy.adversary;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.territory.Communes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** Three protections that are none, as they are met: what the adversary is measured by. */
enum KnownBad {
  /** Small sums are hidden, all others told exactly. */
  THRESHOLD_ONLY {
    @Override
    Optional<Oracle.Reply> reply(long sum, List<Object> question) {
      return sum > 0 && sum < Secrets.THRESHOLD
          ? Optional.empty()
          : Optional.of(new Oracle.Reply(sum, sum, sum));
    }
  },
  /** Each sum is rounded to a multiple of the threshold. */
  ROUND_AFTER_SUM {
    @Override
    Optional<Oracle.Reply> reply(long sum, List<Object> question) {
      long rounded = Math.round((double) sum / Secrets.THRESHOLD) * Secrets.THRESHOLD;
      double half = Secrets.THRESHOLD / 2.0;
      return Optional.of(
          new Oracle.Reply(
              rounded, Math.max(0, Math.ceil(rounded - half)), Math.floor(rounded + half)));
    }
  },
  /** Noise is added to each sum, drawn from what is asked: asking again tells the same. */
  NOISE_PER_PERIMETER {
    @Override
    Optional<Oracle.Reply> reply(long sum, List<Object> question) {
      int noise = new Random(question.hashCode() * 31L + 7).nextInt(2 * Secrets.THRESHOLD + 1);
      long told = sum + noise - Secrets.THRESHOLD;
      return Optional.of(
          new Oracle.Reply(told, Math.max(0, told - Secrets.THRESHOLD), told + Secrets.THRESHOLD));
    }
  };

  abstract Optional<Oracle.Reply> reply(long sum, List<Object> question);

  Oracle over(Secrets secrets) {
    return new Oracle() {
      @Override
      public Optional<Reply> ask(
          Communes perimeter, Period period, Map<String, String> categories, int form) {
        return reply(
            secrets.sum(perimeter, categories), List.of(perimeter, period, categories, form));
      }

      @Override
      public Optional<Share> share(
          Communes perimeter, Period period, Map<String, String> categories) {
        double people = perimeter.stream().map(place -> 100 + Objects.hash(place) % 97).sum();
        return ask(perimeter, period, categories)
            .map(reply -> new Share(reply.value() / people, people));
      }

      @Override
      public int forms() {
        return 2;
      }
    };
  }
}
