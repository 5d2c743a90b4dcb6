package fr.passerelle.vocab.search;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;

/**
 * The search index of one release: a folder written once, which can be thrown away and made again
 * from the release.
 */
public final class ReleaseIndex implements AutoCloseable {
  /** To be raised when the same release would be indexed or searched otherwise than before. */
  static final String INDEX_VERSION = "2";

  private static final double BUFFER_MEGABYTES = 96;

  private static final int BATCH = 1_000;

  private static final String VERSION_KEY = "passerelle.index.version";

  private final DirectoryReader reader;

  private ReleaseIndex(DirectoryReader reader) {
    this.reader = reader;
  }

  /**
   * Writes the index of a release. The folder appears whole or not at all, in the place of an
   * earlier one if there was; searches over that one go on undisturbed.
   *
   * @throws UncheckedIOException where the disk refuses
   */
  public static void write(Release release, Path folder) {
    try {
      Path building = Folders.newBeside(folder);
      try {
        fill(release, building);
        Folders.replace(folder, building);
      } finally {
        Folders.delete(building);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An index in memory of what some say of concepts of others.
   *
   * @param said what is said, by concept as it is published
   */
  public static ReleaseIndex of(Map<Concept, List<Annotation>> said) {
    try {
      Directory directory = new ByteBuffersDirectory();
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (Map.Entry<Concept, List<Annotation>> each : said.entrySet()) {
          writer.addDocuments(ConceptDocuments.of(each.getKey(), each.getValue()));
        }
        writer.forceMerge(1);
      }
      return new ReleaseIndex(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Release release, Path folder) throws IOException {
    LogByteSizeMergePolicy mergePolicy = new LogByteSizeMergePolicy();
    mergePolicy.setNoCFSRatio(0);
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
            // Otherwise a lone segment is written once more, into one file.
            .setUseCompoundFile(false)
            // These merge neighbours only: concepts stay in the order in which they were added.
            .setMergePolicy(mergePolicy)
            .setMergeScheduler(new SerialMergeScheduler())
            // A release of usual size is one segment at once, with nothing left to merge.
            .setRAMBufferSizeMB(BUFFER_MEGABYTES);
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      List<Scheme> schemes =
          release.schemes().stream().sorted(Comparator.comparing(Scheme::id)).toList();
      for (Scheme scheme : schemes) {
        add(scheme.concepts(), writer);
      }
      writer.forceMerge(1);
      writer.setLiveCommitData(Map.of(VERSION_KEY, INDEX_VERSION).entrySet());
      writer.commit();
    }
  }

  /**
   * Documents are made on all cores, a batch ahead of the one that is added, and added in order: no
   * more than two batches are in memory.
   */
  private static void add(List<Concept> concepts, IndexWriter writer) throws IOException {
    CompletableFuture<List<List<Document>>> made = make(concepts, 0);
    for (int from = 0; from < concepts.size(); from += BATCH) {
      List<List<Document>> batch = made.join();
      made = make(concepts, from + BATCH);
      for (List<Document> documents : batch) {
        writer.addDocuments(documents);
      }
    }
  }

  private static CompletableFuture<List<List<Document>>> make(List<Concept> concepts, int from) {
    int begin = Math.min(from, concepts.size());
    List<Concept> batch = concepts.subList(begin, Math.min(begin + BATCH, concepts.size()));
    return CompletableFuture.supplyAsync(
        () -> batch.parallelStream().map(ConceptDocuments::of).toList(),
        // Not of the common pool: who writes an index in its last thread would wait for itself.
        task -> Thread.ofPlatform().daemon().name("documents").start(task));
  }

  /**
   * Opens the index in that folder; empty where there is none, where it is damaged, or where
   * another version of this software wrote it: it is then to be written again.
   */
  public static Optional<ReleaseIndex> open(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      MMapDirectory directory = new MMapDirectory(folder);
      directory.setPreload(MMapDirectory.ALL_FILES);
      return open(DirectoryReader.open(directory));
    } catch (IOException e) {
      // A missing, truncated or foreign file: all Lucene says of them is an IOException.
      return Optional.empty();
    }
  }

  private static Optional<ReleaseIndex> open(DirectoryReader reader) throws IOException {
    boolean sound = false;
    try {
      Map<String, String> data = reader.getIndexCommit().getUserData();
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      sound = INDEX_VERSION.equals(data.get(VERSION_KEY));
    } finally {
      if (!sound) {
        reader.close();
      }
    }
    return sound ? Optional.of(new ReleaseIndex(reader)) : Optional.empty();
  }

  /** The same index without those concepts; closing this one is enough. */
  public ReleaseIndex without(Set<ConceptRef> hidden) {
    try {
      return hidden.isEmpty() ? this : new ReleaseIndex(new Curtain(reader, hidden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DirectoryReader reader() {
    return reader;
  }

  /** Lets go of the files, once no search needs them any more. */
  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
