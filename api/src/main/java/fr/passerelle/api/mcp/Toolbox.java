package fr.passerelle.api.mcp;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.ProblemException;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tools of an installation, as the protocol offers them. */
@Singleton
final class Toolbox {
  private static final Logger LOG = LoggerFactory.getLogger(Toolbox.class);

  private static final ToolAnnotations READS =
      ToolAnnotations.builder()
          .readOnlyHint(true)
          .destructiveHint(false)
          .idempotentHint(true)
          .openWorldHint(false)
          .build();

  private final List<ReadTool> tools;
  private final Instance instance;

  Toolbox(List<ReadTool> tools, Instance instance) {
    this.tools = List.copyOf(tools);
    this.instance = instance;
  }

  /** Offers the tools over a transport. */
  void open(McpStatelessServerTransport transport) {
    McpServer.StatelessSyncSpecification server =
        McpServer.sync(transport)
            .serverInfo(
                McpSchema.Implementation.builder("passerelle", version())
                    .title("Passerelle, " + instance.profile().publisher().name())
                    .build())
            .instructions(instructions())
            .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
            .jsonMapper(Protocol.JSON)
            // Requests are on a thread of their own already.
            .immediateExecution(true);
    for (ReadTool tool : tools) {
      server.toolCall(
          McpSchema.Tool.builder(tool.name(), tool.input())
              .title(tool.title())
              .description(tool.description())
              .annotations(READS)
              .build(),
          (context, request) -> call(tool, request.arguments()));
    }
    server.build();
  }

  private static String version() {
    String version = Toolbox.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  private String instructions() {
    return """
    Données ouvertes sur l'emploi et la formation (%s) : référentiels (ROME, RNCP, Formacode...) et correspondances, études, indicateurs par territoire. \
    Chercher d'abord un code avec search, puis le suivre avec concept ou path. \
    Ne jamais donner une valeur d'un territoire pour un autre : un refus dit pourquoi et ce qu'il y a à la place. \
    Toujours citer la source : chaque réponse donne producteur, date, licence et citation.\
    """
        .formatted(instance.profile().region().name());
  }

  private static CallToolResult call(ReadTool tool, @Nullable Map<String, Object> given) {
    try {
      Told told = tool.answer(new Arguments(given == null ? Map.of() : given));
      List<Content> content = new ArrayList<>();
      content.add(TextContent.builder(told.text()).build());
      told.links()
          .forEach(link ->
              content.add(
                  ResourceLink.builder()
                      .name(link.name())
                      .uri(link.uri())
                      .mimeType(link.mediaType())
                      .build()));
      return CallToolResult.builder(content)
          .structuredContent(told.content())
          .isError(false)
          .build();
    } catch (ProblemException e) {
      return refused(e);
    } catch (RuntimeException e) {
      LOG.error("the tool {} failed", tool.name(), e);
      return error("Le service n'a pas pu répondre ; l'incident est journalisé.", Map.of());
    }
  }

  /** A refusal is for the assistant, which can mend its question. */
  private static CallToolResult refused(ProblemException e) {
    StringBuilder text = new StringBuilder(e.detail());
    e.errors()
        .forEach(
            each -> text.append('\n').append(each.pointer()).append(" : ").append(each.rule()));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("type", e.type().slug());
    content.put("detail", e.detail());
    content.put(
        "errors",
        e.errors().stream()
            .map(each -> Map.of("pointer", each.pointer(), "rule", each.rule()))
            .toList());
    return error(text.toString(), content);
  }

  private static CallToolResult error(String text, Map<String, Object> content) {
    return CallToolResult.builder(List.of(TextContent.builder(text).build()))
        .structuredContent(content)
        .isError(true)
        .build();
  }
}
