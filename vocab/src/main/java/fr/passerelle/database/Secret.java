package fr.passerelle.database;

import java.security.SecureRandom;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A random key that the service made for itself, the same for every process on the database. */
public final class Secret {
  private static final int BYTES = 32;

  private Secret() {}

  /** The key of that name, made at first use: 32 bytes. */
  public static byte[] of(DataSource dataSource, String name) {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    return Jdbi.create(dataSource)
        .inTransaction(handle -> {
          handle
              .createUpdate(
                  "insert into secret (name, value) values (:name, :value) on conflict do nothing")
              .bind("name", name)
              .bind("value", fresh)
              .execute();
          return handle
              .createQuery("select value from secret where name = :name")
              .bind("name", name)
              .mapTo(byte[].class)
              .one();
        });
  }
}
