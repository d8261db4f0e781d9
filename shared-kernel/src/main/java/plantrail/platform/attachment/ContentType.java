package plantrail.platform.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells a file's media type by its content, whatever its name says: documents, images, plain text
 * and archives. Programs and documents with macros have none, and archives that hold programs.
 */
public final class ContentType {
  private static final int HEAD = 16;
  private static final int MOST_ENTRIES = 10_000;

  /** First bytes of the kinds that are known by them, as ISO 8859-1; a point stands for any. */
  private static final Map<String, String> BEGINNINGS = beginnings();

  private static final List<String> PROGRAMS =
      List.of("MZ", "\u007fELF", "\u00ca\u00fe\u00ba\u00be", "\u00cf\u00fa\u00ed\u00fe", "#!");

  /** What an archive of a known kind holds. */
  private static final Map<String, String> OFFICE =
      Map.of(
          "word/document.xml",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xl/workbook.xml",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "ppt/presentation.xml",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation");

  private static final Set<String> OPEN_DOCUMENTS =
      Set.of(
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.oasis.opendocument.presentation");

  private static final Set<String> OF_PROGRAMS =
      Set.of("META-INF/MANIFEST.MF", "AndroidManifest.xml");

  private ContentType() {}

  private static Map<String, String> beginnings() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("%PDF-", "application/pdf");
    types.put("\u0089PNG\r\n\u001a\n", "image/png");
    types.put("\u00ff\u00d8\u00ff", "image/jpeg");
    types.put("GIF87a", "image/gif");
    types.put("GIF89a", "image/gif");
    types.put("II*\0", "image/tiff");
    types.put("MM\0*", "image/tiff");
    types.put("RIFF....WEBP", "image/webp");
    return Collections.unmodifiableMap(types);
  }

  /** The media type of a file; empty if its content is of none of the kinds that are taken. */
  public static Optional<String> of(Path file) throws IOException {
    String head = head(file);
    for (var each : BEGINNINGS.entrySet()) {
      if (begins(head, each.getKey())) {
        return Optional.of(each.getValue());
      }
    }
    if (isProgram(head)) {
      return Optional.empty();
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return archive(file);
    }
    return isText(file) ? Optional.of("text/plain") : Optional.empty();
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), ISO_8859_1);
    }
  }

  private static boolean begins(String head, String with) {
    if (head.length() < with.length()) {
      return false;
    }
    for (int i = 0; i < with.length(); i++) {
      if (with.charAt(i) != '.' && with.charAt(i) != head.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isProgram(String head) {
    return PROGRAMS.stream().anyMatch(head::startsWith);
  }

  private static Optional<String> archive(Path file) throws IOException {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      if (archive.size() > MOST_ENTRIES) {
        return Optional.empty();
      }
      String type = "application/zip";
      for (ZipEntry entry : Collections.list(archive.entries())) {
        String name = entry.getName();
        if (OF_PROGRAMS.contains(name) || name.endsWith("vbaProject.bin")) {
          return Optional.empty();
        }
        String begin = begin(archive, entry);
        if (isProgram(begin)) {
          return Optional.empty();
        }
        if (OFFICE.containsKey(name)) {
          type = OFFICE.get(name);
        } else if (name.equals("mimetype") && OPEN_DOCUMENTS.contains(begin)) {
          type = begin;
        }
      }
      return Optional.of(type);
    } catch (ZipException e) {
      return Optional.empty();
    }
  }

  /** An entry's first bytes; so few that it does no harm however far it would unfold. */
  private static String begin(ZipFile archive, ZipEntry entry) throws IOException {
    try (InputStream in = archive.getInputStream(entry)) {
      return new String(in.readNBytes(64), ISO_8859_1);
    }
  }

  private static boolean isText(Path file) throws IOException {
    try (Reader in =
        new InputStreamReader(
            new BufferedInputStream(Files.newInputStream(file)),
            UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      char[] some = new char[8192];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        for (int i = 0; i < read; i++) {
          if (Character.isISOControl(some[i]) && "\t\n\r\f".indexOf(some[i]) < 0) {
            return false;
          }
        }
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
