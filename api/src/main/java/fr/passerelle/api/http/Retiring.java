package fr.passerelle.api.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an operation is deprecated: each of its answers tells since when (RFC 9745), until when
 * it is served (RFC 8594), and what takes its place. Goes with {@code deprecated} of its contract.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Retiring {
  /** ISO 8601 date since which nothing new should use it. */
  String since();

  /** ISO 8601 date up to which it is served at least: half a year after the other, or later. */
  String until();

  /** Address of what takes its place. */
  String successor();
}
