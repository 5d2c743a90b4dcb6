package fr.passerelle.api.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The transport by its letter (specification of 2025-11-25), and who abuses it. */
class McpOverHttpTest {
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

  private static HttpResponse<String> post(String body, String... headers) {
    String[] all = new String[headers.length + 4];
    System.arraycopy(headers, 0, all, 4, headers.length);
    all[0] = "Content-Type";
    all[1] = "application/json";
    all[2] = "Accept";
    all[3] = "application/json, text/event-stream";
    return RunningService.send("POST", "/mcp", body, all);
  }

  @Test
  void a_message_is_answered_at_once_without_session_or_stream() {
    HttpResponse<String> answer = post(PING, "MCP-Protocol-Version", "2025-11-25");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("Mcp-Session-Id")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
  }

  @ParameterizedTest
  @CsvSource({"2025-06-18, 2025-06-18", "2025-03-26, 2025-03-26", "1999-01-01, 2025-11-25"})
  void a_version_is_agreed_on(String asked, String agreed) {
    String body =
        post("""
        {"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":"%s","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}\
        """
                .formatted(asked))
            .body();

    assertThat(JsonPath.<String>read(body, "$.result.protocolVersion")).isEqualTo(agreed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}"
      })
  void a_notification_is_accepted_and_not_answered(String body) {
    HttpResponse<String> answer = post(body);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest(name = "{1} {2}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"jsonrpc":"2.0","id":1,"method":"resources/list"}                                        | 200 | -32601
          {"jsonrpc":"2.0","id":1,"method":"nope"}                                                  | 200 | -32601
          {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"drop_database"}}          | 200 | -32602
          {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":[1]}} | 200 | -32602
          {"jsonrpc":"2.0","id":1,"method":"tools/call","params":"search"}                          | 200 | -32602
          {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":7}}                | 200 | -32602
          [{"jsonrpc":"2.0","id":1,"method":"ping"}]                                                | 400 | -32600
          {"jsonrpc":"1.0","id":1,"method":"ping"}                                                  | 400 | -32600
          {"jsonrpc":"2.0","id":null,"method":"ping"}                                               | 400 | -32600
          {"jsonrpc":"2.0","id":{"a":1},"method":"ping"}                                            | 400 | -32600
          {"jsonrpc":"2.0","id":1,"result":{}}                                                      | 400 | -32600
          {"jsonrpc":"2.0","id":1}                                                                  | 400 | -32600
          "ping"                                                                                    | 400 | -32600
          {"jsonrpc":"2.0","id":1,"method":"ping"                                                   | 400 | -32700
          {"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}                                           | 400 | -32700
          {"jsonrpc":"2.0","id":1,"method":"ping"} {}                                               | 400 | -32600
          nope                                                                                      | 400 | -32700
          """)
  void what_is_no_request_has_an_error_of_json_rpc(String body, int status, int code) {
    HttpResponse<String> answer = post(body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JsonPath.<Integer>read(answer.body(), "$.error.code")).isEqualTo(code);
    assertThat(answer.body()).doesNotContain("java.", "jackson", "Exception");
  }

  @Test
  void nesting_and_numbers_are_bounded() {
    String deep = "[".repeat(2_000) + "]".repeat(2_000);
    String digits = "1".repeat(10_000);
    for (String value : new String[] {deep, digits}) {
      HttpResponse<String> answer =
          post(
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":%s}}"
                  .formatted(value));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(JsonPath.<Integer>read(answer.body(), "$.error.code")).isEqualTo(-32700);
    }
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Origin               | https://evil.example          | 403
          Origin               | null                          | 403
          Origin               | http://localhost.evil.example | 403
          Origin               | http://localhost:6274         | 200
          Origin               | http://[::1]:6274             | 200
          MCP-Protocol-Version | 2024-11-05                    | 400
          MCP-Protocol-Version | tomorrow                      | 400
          MCP-Protocol-Version | 2025-06-18                    | 200
          Mcp-Session-Id       | whatever                      | 200
          """)
  void headers_are_held_against_the_specification(String name, String value, int status) {
    HttpResponse<String> answer = post(PING, name, value);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status >= 400) {
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }
  }

  @ParameterizedTest(name = "{0}, accepting {1}, is {2}")
  @CsvSource({
    "application/json, text/event-stream, 406",
    "application/json, text/html, 406",
    "application/json, */*, 200",
    "text/plain, */*, 415",
    "application/x-www-form-urlencoded, */*, 415",
    "application/json; charset=utf-16, */*, 415",
  })
  void json_is_sent_and_accepted(String type, String accept, int status) {
    assertThat(
            RunningService.send("POST", "/mcp", PING, "Content-Type", type, "Accept", accept)
                .statusCode())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "PUT", "HEAD"})
  void there_is_no_stream_to_open_and_no_session_to_end(String method) {
    HttpResponse<String> answer =
        RunningService.send(method, "/mcp", "", "Accept", "text/event-stream");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow"))
        .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
  }

  @Test
  void a_long_body_is_refused_before_it_is_read() {
    assertThat(
            post("{\"jsonrpc\":\"2.0\",\"a\":\"%s\"}".formatted("x".repeat(20_000))).statusCode())
        .isEqualTo(413);
  }

  @Test
  void pages_and_the_entry_for_machines_lead_here() {
    assertThat(RunningService.get("/", "Accept", "text/html").headers().allValues("Link"))
        .anySatisfy(link -> assertThat(link).contains("/mcp"));
  }
}
