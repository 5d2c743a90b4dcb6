package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.linkeddata.sparql.guard.Excess;
import java.io.ByteArrayOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.shared.InvalidPropertyURIException;
import org.apache.jena.shared.PropertyNotFoundException;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Answers as bytes, whole before the first one is sent: what is too long is refused, never cut in
 * the middle under a status that says all is well.
 */
final class ResultBytes {
  private ResultBytes() {}

  static byte[] rows(RowSet rows, ResultFormat format, int most) {
    Capped out = new Capped(most);
    writer(format).write(out, rows, ARQ.getContext());
    return out.toByteArray();
  }

  static byte[] answer(boolean answer, ResultFormat format) {
    Capped out = new Capped(1 << 10);
    writer(format).write(out, answer, ARQ.getContext());
    return out.toByteArray();
  }

  private static RowSetWriter writer(ResultFormat format) {
    return RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
  }

  static byte[] triples(Graph graph, ResultFormat format, int most) {
    Capped out = new Capped(most);
    try {
      RDFWriter.source(graph).format(format.syntax()).output(out);
    } catch (InvalidPropertyURIException | PropertyNotFoundException e) {
      throw new ProblemException(
          ProblemType.NOT_ACCEPTABLE,
          "RDF/XML ne peut pas écrire cette réponse, dont une propriété n'a pas de nom local ;"
              + " demander text/turtle.");
    }
    return out.toByteArray();
  }

  /** Bytes in memory, up to a number of them. */
  private static final class Capped extends ByteArrayOutputStream {
    private final int most;

    Capped(int most) {
      super(1 << 12);
      this.most = most;
    }

    @Override
    public synchronized void write(int b) {
      require(1);
      super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      require(length);
      super.write(bytes, from, length);
    }

    private void require(int more) {
      if (count + more > most) {
        throw Excess.BYTES.problem();
      }
    }
  }
}
