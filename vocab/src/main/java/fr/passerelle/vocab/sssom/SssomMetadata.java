package fr.passerelle.vocab.sssom;

import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.ReleaseUris;
import fr.passerelle.vocab.Uris;
import java.util.Locale;

/** The metadata block of a mapping set: YAML, each line behind a {@code #}. */
final class SssomMetadata {
  private final StringBuilder block = new StringBuilder();

  private SssomMetadata() {}

  static String of(Uris uris, PublishedRelease published, Correspondence correspondence) {
    SssomMetadata metadata = new SssomMetadata();
    ReleaseUris names = new ReleaseUris(uris, published.release());
    metadata.say("sssom_version", "1.1");
    metadata.prefixes(names, correspondence);
    metadata.say("mapping_set_id", names.correspondence(correspondence));
    metadata.say("mapping_set_version", published.release().id());
    metadata.say("mapping_set_title", correspondence.title());
    metadata.say("mapping_set_description", correspondence.method());
    metadata.block.append("#creator_label:\n#- ").append(quoted(correspondence.author().name()));
    metadata.block.append('\n');
    metadata.say("license", published.licence().uri());
    metadata.say("mapping_date", published.release().source().issued().toString());
    metadata.say("subject_type", "skos concept");
    metadata.say("object_type", "skos concept");
    metadata.say("subject_source", names.scheme(correspondence.source()));
    metadata.say("subject_source_version", correspondence.versions().source());
    metadata.say("object_source", names.scheme(correspondence.target()));
    metadata.say("object_source_version", correspondence.versions().target());
    metadata.say("comment", published.citation());
    return metadata.block.toString();
  }

  private void prefixes(ReleaseUris names, Correspondence correspondence) {
    block.append("#curie_map:\n");
    prefix("skos", "http://www.w3.org/2004/02/skos/core#");
    prefix("semapv", "https://w3id.org/semapv/vocab/");
    prefix("sssom", "https://w3id.org/sssom/");
    prefix(SssomRows.RECORD, names.correspondence(correspondence) + "#");
    prefix(correspondence.source(), names.scheme(correspondence.source()) + "/");
    if (!correspondence.source().equals(correspondence.target())) {
      prefix(correspondence.target(), names.scheme(correspondence.target()) + "/");
    }
  }

  private void prefix(String name, String namespace) {
    block.append("#  ").append(name).append(": ").append(quoted(namespace)).append('\n');
  }

  private void say(String slot, String value) {
    if (!value.isBlank()) {
      block.append('#').append(slot).append(": ").append(quoted(value)).append('\n');
    }
  }

  /** A double-quoted scalar of YAML 1.2 (7.3.1), on one line. */
  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
