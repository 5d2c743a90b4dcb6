package fr.passerelle.vocab.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseIndexTest {
  @TempDir Path folder = Path.of("");

  @Test
  void a_missing_empty_or_foreign_folder_holds_no_index() throws IOException {
    assertThat(ReleaseIndex.open(folder.resolve("missing"))).isEmpty();
    assertThat(ReleaseIndex.open(folder)).isEmpty();
    Files.writeString(folder.resolve("segments_1"), "not an index");
    assertThat(ReleaseIndex.open(folder)).isEmpty();
  }

  @Test
  void a_damaged_index_is_none() throws IOException {
    Path index = folder.resolve("rome");
    for (Path file : written(index)) {
      ReleaseIndex.write(Fixture.rome(), index);
      Path target = index.resolve(file.getFileName().toString());
      if (Files.size(target) > 0 && !target.endsWith("write.lock")) {
        byte[] bytes = Files.readAllBytes(target);
        bytes[bytes.length / 2] ^= 1;
        Files.write(target, bytes);
        assertThat(ReleaseIndex.open(index)).as("%s with another byte", file).isEmpty();
      }
    }
  }

  @Test
  void an_index_of_another_version_is_none() throws IOException {
    Path index = folder.resolve("rome");
    ReleaseIndex.write(Fixture.rome(), index);
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("passerelle.index.version", "0").entrySet());
      writer.commit();
    }

    assertThat(ReleaseIndex.open(index)).isEmpty();
  }

  @Test
  void a_search_goes_on_while_its_index_is_replaced_and_closed() {
    Path index = folder.resolve("rome");
    ReleaseIndex.write(Fixture.rome(), index);
    ReleaseIndex opened = ReleaseIndex.open(index).orElseThrow();
    try (ConceptSearch search = ConceptSearch.over(List.of(opened))) {
      opened.close();
      ReleaseIndex.write(Fixture.formacode(), index);

      assertThat(search.search(SearchQuery.of("boulangere", 1)).hits()).hasSize(1);
    }
    assertThat(ReleaseIndex.open(index)).isPresent();
  }

  @Test
  void a_closed_search_says_so() {
    ConceptSearch search = Searches.over(folder, Fixture.rome());
    search.close();

    assertThatThrownBy(() -> search.search(SearchQuery.of("a", 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nothing_passing_is_left_behind() throws IOException {
    Path killed = Files.createDirectory(folder.resolve("rome.passing123"));
    Files.writeString(killed.resolve("half"), "written");
    Files.setLastModifiedTime(killed, FileTime.fromMillis(0));

    ReleaseIndex.write(Fixture.rome(), folder.resolve("rome"));
    ReleaseIndex.write(Fixture.rome(), folder.resolve("rome"));

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("rome"));
    }
  }

  private static List<Path> written(Path index) throws IOException {
    ReleaseIndex.write(Fixture.rome(), index);
    try (Stream<Path> files = Files.list(index)) {
      return files.toList();
    }
  }
}
