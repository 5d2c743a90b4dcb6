package fr.passerelle.vocab.skos;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a file would have its reader fetch or expand, refused before it is parsed. */
final class Prologue {
  private static final int MAX_DEPTH = 100;

  private Prologue() {}

  /** Refuses XML with a document type, and so with entities of its own. */
  static void refuseDoctype(String text, String file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      int event = xml.getEventType();
      while (event != XMLStreamConstants.START_ELEMENT && xml.hasNext()) {
        if (event == XMLStreamConstants.DTD) {
          throw RefusedException.of(
              place(file, xml.getLocation()),
              "doctype",
              "XML avec DOCTYPE : ni DTD ni entité n'est admise ; la retirer");
        }
        event = xml.next();
      }
    } catch (XMLStreamException e) {
      throw RefusedException.of(
          place(file, e.getLocation()), "xml", "XML illisible : " + e.getMessage());
    }
  }

  private static String place(String file, Location location) {
    return file
        + ":"
        + Math.max(location.getLineNumber(), 1)
        + ":"
        + Math.max(location.getColumnNumber(), 1);
  }

  /** Refuses JSON-LD with a context that is not in the file. */
  static void refuseRemoteContext(String text, String file) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
    try (JsonParser json = factory.createParser(text)) {
      boolean context = false;
      int depth = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && depth == 0) {
          context = json.currentName().equals("@context") || json.currentName().equals("@import");
        } else if (token == JsonToken.VALUE_STRING && context) {
          throw RefusedException.of(
              place(file, json.currentTokenLocation()),
              "context",
              "contexte JSON-LD distant « "
                  + json.getText()
                  + " » : rien n'est lu que le fichier ;"
                  + " y écrire le contexte");
        } else if (token == JsonToken.START_ARRAY && context) {
          depth++;
        } else if (token == JsonToken.END_ARRAY && context) {
          depth--;
          context = depth > 0;
        } else if (token == JsonToken.START_OBJECT && context && depth > 0) {
          inline(json, file);
        } else if (token != JsonToken.FIELD_NAME) {
          context = context && depth > 0;
        }
      }
    } catch (JsonProcessingException e) {
      throw RefusedException.of(
          place(file, e.getLocation()), "json", "JSON illisible : " + e.getOriginalMessage());
    }
  }

  /** A context among others, in which nothing may be imported. */
  private static void inline(JsonParser json, String file) throws IOException {
    int depth = 1;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      if (token == null) {
        return;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.FIELD_NAME && json.currentName().equals("@import")) {
        throw RefusedException.of(
            place(file, json.currentTokenLocation()),
            "context",
            "contexte JSON-LD importé : rien n'est lu que le fichier ; y écrire le contexte");
      }
    }
  }

  private static String place(String file, JsonLocation location) {
    return location == null
        ? file + ":1:1"
        : file + ":" + location.getLineNr() + ":" + location.getColumnNr();
  }
}
