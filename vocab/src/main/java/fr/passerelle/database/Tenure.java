package fr.passerelle.database;

/** How a process holds its database, which says what it has to do when it is done with it. */
sealed interface Tenure permits Owner, Tenure.Guest, Tenure.Elsewhere {

  /** JDBC address, with its password. */
  String url();

  /** Leaves the database as this tenure has to. */
  void end();

  /** Uses the PostgreSQL that another process runs, and leaves it running. */
  record Guest(String url, Presence presence) implements Tenure {
    @Override
    public void end() {
      presence.close();
    }
  }

  /** Uses a PostgreSQL that is none of our business. */
  record Elsewhere(String url) implements Tenure {
    @Override
    public void end() {
      // Its pool is closed, there is nothing else.
    }
  }
}
