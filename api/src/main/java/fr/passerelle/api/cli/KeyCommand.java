package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.key.ApiKey;
import fr.passerelle.catalog.key.Keys;
import fr.passerelle.catalog.key.NewKey;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.producer.ProducerStore;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.RefusedException;
import java.io.PrintWriter;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, shows and revokes the keys of those who may do more than read. */
@Command(
    name = "key",
    description = "Clés de ceux qui déposent ; lire n'en demande pas.",
    mixinStandardHelpOptions = true,
    subcommands = HelpCommand.class)
final class KeyCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Crée une clé et la montre, une seule fois.")
  int add(
      @Mixin Installation at,
      @Option(
              names = "--scope",
              required = true,
              paramLabel = "DROIT",
              description =
                  "deposit : déposer sous son nom ; studies : déposer les études d'un producteur ;"
                      + " figures : livrer ses indicateurs ;"
                      + " operator : agir en exploitant ; quota : lire davantage.")
          List<String> scopes,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "NOM",
              description = "Nom du titulaire, par exemple « Carif-Oref Bretagne ».")
          String name,
      @Option(
              names = "--author",
              paramLabel = "MOT",
              description = "Mot des URI de ce qu'il publie ; par défaut, tiré du nom.")
          @Nullable String author,
      @Option(
              names = "--producer",
              paramLabel = "CODE",
              defaultValue = "",
              description =
                  "Producteur dont la clé dépose les études (droit studies) ou livre les"
                      + " indicateurs (figures).")
          String producer,
      @Option(
              names = "--quota",
              paramLabel = "N",
              defaultValue = "0",
              description =
                  "Points par minute de cette clé, une requête ordinaire en comptant un ; par"
                      + " défaut, ceux que le profil donne à toutes (keyPerMinute).")
          int quota) {
    Set<Scope> allowed = new LinkedHashSet<>();
    for (String scope : scopes) {
      allowed.add(
          Scope.find(scope)
              .orElseThrow(() ->
                  RefusedException.of(
                      "--scope",
                      "scope",
                      "droit inconnu « " + scope + " » ; connus : " + Scope.ids())));
    }
    try (Database database = at.open(Role.COMMAND)) {
      checkProducer(database, producer);
      NewKey made =
          Installation.trail(database)
              .witness(
                  Signature.COMMAND,
                  AuditAction.KEY_ADDED,
                  "key",
                  subject -> {
                    NewKey added =
                        keys(database)
                            .add(
                                allowed,
                                name,
                                author == null ? word(name) : author,
                                producer,
                                quota);
                    subject.is("key/" + added.key().id());
                    return added;
                  });
      PrintWriter out = spec.commandLine().getOut();
      out.println("Clé " + made.key().id() + " de " + made.key().name() + " :");
      out.println(made.secret());
      out.println("Elle n'est conservée nulle part : la transmettre maintenant." + named(made));
      out.flush();
    }
    return Passerelle.DONE;
  }

  private static String named(NewKey made) {
    String author = made.key().author();
    return author.isEmpty()
        ? ""
        : " Ce qui est publié avec elle est nommé « %s » ou « %s-... ».".formatted(author, author);
  }

  private static void checkProducer(Database database, String code) {
    if (!code.isEmpty()
        && new ProducerStore(database.dataSource())
            .list().stream().noneMatch(each -> each.code().equals(code))) {
      throw RefusedException.of(
          "--producer",
          "producer",
          "producteur inconnu « "
              + code
              + " » ; l'ajouter : passerelle studies producers FICHIER.csv");
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Montre les clés, jamais leur secret.")
  int list(@Mixin Installation at) {
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = at.open(Role.COMMAND)) {
      for (ApiKey key : keys(database).list()) {
        out.printf(
            Locale.FRANCE,
            "%s  %-14s %-24s %tF %s%s%s%n",
            key.id(),
            key.scopes().stream().map(Scope::id).sorted().collect(Collectors.joining(" ")),
            key.producer().isEmpty() ? key.author() : key.producer(),
            key.createdAt().atZone(ZoneId.systemDefault()),
            key.name(),
            key.perMinute() > 0 ? " (" + key.perMinute() + " points par minute)" : "",
            key.revokedAt().isPresent() ? " (révoquée)" : "");
      }
    }
    out.flush();
    return Passerelle.DONE;
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Révoque une clé, aussitôt et pour de bon.")
  int revoke(
      @Mixin Installation at,
      @Parameters(paramLabel = "ID", description = "Identifiant montré par « key list ».")
          String id) {
    try (Database database = at.open(Role.COMMAND)) {
      Installation.trail(database)
          .witness(
              Signature.COMMAND,
              AuditAction.KEY_REVOKED,
              "key/" + id,
              subject -> {
                keys(database).revoke(id);
                return id;
              });
      spec.commandLine().getOut().println("Clé " + id + " révoquée.");
      spec.commandLine().getOut().flush();
    }
    return Passerelle.DONE;
  }

  private static Keys keys(Database database) {
    return new Keys(database.dataSource(), Clock.systemUTC());
  }

  /** The name as a word of URIs. */
  private static String word(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
