package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.territory.Territories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Keeps the index of studies, in memory, in step with the catalogue: what changed is written, and
 * another immutable {@link StudyIndex} takes the place of the one before. One thread at a time.
 */
public final class StudyIndexer {
  private final IndexWriter writer;
  private final Territories territories;
  private final FacetValues values = new FacetValues();
  private final Map<Long, Row> rows = new HashMap<>();
  private DirectoryReader reader;

  /** An index without studies, which knows those territories. */
  public StudyIndexer(Territories territories) {
    this.territories = territories;
    try {
      writer =
          new IndexWriter(
              new ByteBuffersDirectory(),
              new IndexWriterConfig(new WhitespaceAnalyzer())
                  .setMergeScheduler(new SerialMergeScheduler()));
      reader = DirectoryReader.open(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The index after a change.
   *
   * @param gone names of the studies that were changed or deleted
   * @param now those of them that there are, as they are now
   * @param producers producers, for their names
   */
  public StudyIndex apply(Collection<StudyId> gone, Collection<Study> now, Producers producers) {
    try {
      for (StudyId id : gone) {
        writer.deleteDocuments(new Term(StudyDocument.ID, id.value()));
      }
      rows.values().removeIf(row -> gone.contains(row.study().id()));
      for (Study study : now) {
        Stems stems = Stems.of(study.content());
        writer.addDocument(StudyDocument.of(study, stems, producers, territories));
        rows.put(study.number(), Row.of(study, stems, territories, values));
      }
      DirectoryReader next = DirectoryReader.openIfChanged(reader, writer);
      if (next != null) {
        reader = next;
      }
      return new StudyIndex(reader, Map.copyOf(rows), values, producers, territories);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
