package fr.passerelle.api.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Query parameters that an operation lets pass without reading them, as a client of a protocol not
 * ours sends them and would not do without.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Tolerates {
  /** Any name: the protocol has errors of its own for those it does not know. */
  String ALL = "*";

  /** Their names. */
  String[] value();
}
