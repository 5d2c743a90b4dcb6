package fr.passerelle.catalog.indicator;

/** What the values of an indicator are cut by. */
public enum Axis {
  /** Where. */
  TERRITORY,
  /** When. */
  TIME,
  /** Whatever else: sex, level, occupation. */
  CATEGORY
}
