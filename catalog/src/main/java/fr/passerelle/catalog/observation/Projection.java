package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Passage;
import java.util.HashMap;
import java.util.Map;

/** Values of communes of some vintage, brought to those of the reference one. */
final class Projection {
  private final Geography geography;
  private final int vintage;
  private final BlockBuilder block;
  private final Map<String, Passage> passages = new HashMap<>();

  Projection(Geography geography, int vintage, BlockBuilder block) {
    this.geography = geography;
    this.vintage = vintage;
    this.block = block;
  }

  /** Mergers add; of a split each part has its share. */
  void add(int column, String commune, double value, ObservationStatus status) {
    switch (passages.computeIfAbsent(commune, code -> geography.passage(code, vintage))) {
      case Passage.Known known -> {
        for (Passage.Share share : known.shares()) {
          block.add(column, share.place(), value * share.share(), status(status, known));
        }
      }
      case Passage.District district -> block.add(column, district.place(), value, status);
      case Passage.OtherVintage _ -> throw unknown(commune);
      case Passage.Untraced _ -> throw unknown(commune);
      case Passage.Unknown _ -> throw unknown(commune);
      case Passage.UnknownVintage _ -> throw unknown(commune);
    }
  }

  /** A share of a commune that was split is an estimate, whatever its value was. */
  private static ObservationStatus status(ObservationStatus said, Passage.Known passage) {
    return passage.exact() || !said.isValued() ? said : ObservationStatus.ESTIMATED;
  }

  private IllegalArgumentException unknown(String code) {
    return new IllegalArgumentException("no commune of " + vintage + ": " + code);
  }
}
