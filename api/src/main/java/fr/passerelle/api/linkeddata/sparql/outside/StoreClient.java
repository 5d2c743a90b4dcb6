package fr.passerelle.api.linkeddata.sparql.outside;

import fr.passerelle.api.linkeddata.sparql.guard.Excess;
import fr.passerelle.catalog.harvest.web.CheckedConnections;
import fr.passerelle.catalog.profile.SparqlStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/** Speaks to a store: questions, and graphs by their names; each request ends in time. */
final class StoreClient implements AutoCloseable {
  private static final String PLACE = "sparql";
  private static final ContentType N_TRIPLES = ContentType.create("application/n-triples");

  private final SparqlStore store;
  private final Optional<String> authorization;
  private final CloseableHttpClient http;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @throws IOException if the file of the password cannot be read
   */
  StoreClient(SparqlStore store) throws IOException {
    this.store = store;
    authorization = authorization(store);
    http =
        CheckedConnections.client(
            PLACE, store.query(), store.isPrivate(), store.timeout(), "Passerelle-sparql/1.0");
  }

  private static Optional<String> authorization(SparqlStore store) throws IOException {
    if (store.user().isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> file = store.passwordFile();
    String password =
        file.isPresent() ? Files.readString(file.get()).lines().findFirst().orElse("") : "";
    byte[] pair = (store.user().get() + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** What a store answered. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  private record Reply(int status, byte[] body) {}

  /**
   * The answer to a query.
   *
   * @param defaults graphs that make the default graph
   * @param named graphs that can be asked for by name
   * @param most bytes of the answer
   */
  byte[] ask(String query, List<String> defaults, List<String> named, String accept, int most)
      throws StoreException {
    HttpPost request = new HttpPost(store.query());
    List<NameValuePair> form = new ArrayList<>();
    form.add(new BasicNameValuePair("query", query));
    defaults.forEach(each -> form.add(new BasicNameValuePair("default-graph-uri", each)));
    named.forEach(each -> form.add(new BasicNameValuePair("named-graph-uri", each)));
    request.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
    request.setHeader("Accept", accept);
    Reply reply = send(request, most);
    if (reply.body().length > most) {
      throw Excess.BYTES.problem();
    }
    if (reply.status() != 200) {
      throw new StoreException("le magasin répond " + reply.status() + " à une question");
    }
    return reply.body();
  }

  /** Puts a graph in the place of what the store has under its name. */
  void put(String graph, Stream<List<Triple>> triples) throws StoreException {
    HttpPut request = new HttpPut(address(graph));
    request.setEntity(new Written(triples));
    require(send(request, 1 << 16), "PUT", graph);
  }

  /** Takes a graph away, if it is there. */
  void delete(String graph) throws StoreException {
    Reply reply = send(new HttpDelete(address(graph)), 1 << 16);
    if (reply.status() != 404) {
      require(reply, "DELETE", graph);
    }
  }

  private String address(String graph) {
    return store.graphs() + "?graph=" + URLEncoder.encode(graph, StandardCharsets.UTF_8);
  }

  private static void require(Reply reply, String method, String graph) throws StoreException {
    if (reply.status() < 200 || reply.status() > 299) {
      throw new StoreException(
          "le magasin répond %d à %s de <%s>".formatted(reply.status(), method, graph));
    }
  }

  private Reply send(HttpUriRequestBase request, int most) throws StoreException {
    authorization.ifPresent(each -> request.setHeader("Authorization", each));
    Future<Reply> reply =
        requests.submit(() -> http.execute(request, response -> read(response, most)));
    try {
      // The timeouts of a client are those of a silence: this one holds to the last byte.
      return reply.get(store.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      request.cancel();
      throw new StoreException(
          "pas de réponse entière du magasin en " + store.timeout().toSeconds() + " s");
    } catch (ExecutionException e) {
      request.cancel();
      throw new StoreException("magasin injoignable : " + e.getCause());
    } catch (InterruptedException e) {
      request.cancel();
      Thread.currentThread().interrupt();
      throw new QueryCancelledException();
    }
  }

  private static Reply read(ClassicHttpResponse response, int most) throws IOException {
    if (response.getEntity() == null) {
      return new Reply(response.getCode(), new byte[0]);
    }
    InputStream in = response.getEntity().getContent();
    return new Reply(response.getCode(), in.readNBytes(most + 1));
  }

  @Override
  public void close() {
    http.close(CloseMode.IMMEDIATE);
    requests.shutdownNow();
  }

  /** Triples written as they are sent: a graph may be larger than memory has room for twice. */
  private static final class Written extends AbstractHttpEntity {
    private final Stream<List<Triple>> triples;

    Written(Stream<List<Triple>> triples) {
      super(N_TRIPLES, null, /* chunked= */ true);
      this.triples = triples;
    }

    @Override
    public void writeTo(OutputStream out) {
      StreamRDF sink = StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES_UTF8);
      sink.start();
      triples.forEach(part -> part.forEach(sink::triple));
      sink.finish();
    }

    @Override
    public boolean isRepeatable() {
      return false;
    }

    @Override
    public boolean isStreaming() {
      return true;
    }

    @Override
    public InputStream getContent() {
      throw new UnsupportedOperationException("written, never read");
    }

    @Override
    public long getContentLength() {
      return -1;
    }

    @Override
    public void close() {
      triples.close();
    }
  }
}
