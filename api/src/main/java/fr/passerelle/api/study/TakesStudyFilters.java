package fr.passerelle.api.study;

import fr.passerelle.api.http.Takes;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An address that takes the filters of lists of studies, which {@link StudyFilters} reads. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Takes({
  "q",
  "theme",
  "territory",
  "producer",
  "kind",
  "status",
  "year",
  "scale",
  "language",
  "series",
  "subject",
  "late"
})
public @interface TakesStudyFilters {}
