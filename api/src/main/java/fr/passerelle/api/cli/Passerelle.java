package fr.passerelle.api.cli;

import fr.passerelle.database.DatabaseUnavailableException;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Entry point of the command line. */
@Command(
    name = "passerelle",
    description = "Passerelle de données ouvertes d'un observatoire emploi-formation.",
    mixinStandardHelpOptions = true,
    versionProvider = Passerelle.Version.class)
public final class Passerelle {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ServeCommand.class,
          ImportCommand.class,
          ReleasesCommand.class,
          PublishCommand.class,
          RollbackCommand.class,
          ImpactCommand.class,
          PendingCommand.class,
          KeyCommand.class,
          AuditCommand.class,
          ProtectCommand.class,
          StudiesCommand.class,
          AuthorCommand.class,
          HarvestCommand.class,
          ConventionCommand.class,
          IndicatorsCommand.class,
          DeliverCommand.class,
          CheckCommand.class,
          RehearseCommand.class,
          CommandLine.HelpCommand.class);

  /** Exit code of a command that did what was asked. */
  static final int DONE = 0;

  /** Exit code of a source refused or a database out of reach; nothing was changed. */
  static final int REFUSED = 1;

  /** Held, since the logging of the JDK forgets the levels of loggers that nobody holds. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private final HeadStart headStart;

  private Passerelle(HeadStart headStart) {
    this.headStart = headStart;
  }

  /** Runs a command and ends the process with its exit code: 0 done, 1 refused, 2 misused. */
  public static void main(String[] arguments) {
    // First of all: two threads that start logging at once lose lines.
    LoggerFactory.getILoggerFactory();
    // It advises an incubating module for vectors, of which text search has none.
    LUCENE.setLevel(Level.SEVERE);
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Passerelle(HeadStart.of(arguments)));
    // To learn what all commands look like takes a tenth of a start: one that serves learns its
    // own.
    commands(List.of(arguments)).forEach(line::addSubcommand);
    return line.setExecutionExceptionHandler((e, command, parsed) -> explain(e, command))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  private static List<Class<?>> commands(List<String> arguments) {
    if (!arguments.isEmpty() && arguments.getFirst().equals(ProtectCommand.WORD)) {
      // Who reads raw figures loads nothing of what serves.
      return List.of(ProtectCommand.class);
    }
    return HeadStart.serves(arguments) ? COMMANDS.subList(0, 1) : COMMANDS;
  }

  /** What was begun before the command line was parsed. */
  HeadStart headStart() {
    return headStart;
  }

  /** Says what a person can act on; a stack trace only for what we did not foresee. */
  private static int explain(Exception e, CommandLine command) throws Exception {
    PrintWriter err = command.getErr();
    if (e instanceof RefusedException refused) {
      err.println("Refusé : rien n'a été changé, ce qui est publié reste publié.");
      for (Fault fault : refused.faults()) {
        err.println("  " + fault);
      }
      if (!refused.advice().isEmpty()) {
        err.println(refused.advice());
      }
      return REFUSED;
    }
    if (e instanceof DatabaseUnavailableException
        || e instanceof IOException
        || e instanceof UncheckedIOException) {
      err.println("Impossible : " + e.getMessage());
      return REFUSED;
    }
    if (e instanceof ServerStartupException) {
      err.println(
          "Impossible d'écouter sur ce port : est-il déjà pris ? (--port en choisit un autre)");
      return REFUSED;
    }
    throw e;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Passerelle.class.getPackage().getImplementationVersion();
      return new String[] {"passerelle " + (version == null ? "(développement)" : version)};
    }
  }
}
