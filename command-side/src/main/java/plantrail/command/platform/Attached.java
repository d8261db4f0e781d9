package plantrail.command.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.attachment.Attachment;

/**
 * A file that a step refers to. It was uploaded before; its type is what its content shows.
 *
 * @param hash SHA-256 of its content, 64 lower-case hexadecimal digits
 * @param name file name
 */
public record Attached(String hash, String name) {
  private static final int LONGEST_NAME = 200;
  private static final int MOST = 20;

  /** Tells the media type of an uploaded file by its hash; null if there is none. */
  public interface Types extends Function<String, @Nullable String> {}

  /** The files as an event keeps them. */
  public static List<Attachment> all(List<Attached> files, Types types) {
    return files.stream()
        .map(each -> {
          String type = types.apply(each.hash());
          return new Attachment(each.hash(), each.name(), type == null ? "" : type);
        })
        .toList();
  }

  /** Notes what is faulty in them: too many, not uploaded, names that are none. */
  public static void check(Check check, List<Attachment> files) {
    check.that(files.size() <= MOST, "attachments", "field.too-many-files", Integer.toString(MOST));
    for (int i = 0; i < files.size(); i++) {
      Attachment file = files.get(i);
      String at = "attachments[" + i + "].";
      check
          .that(!file.type().isEmpty(), at + "hash", "field.unknown-file", file.hash())
          .text(file.name(), at + "name", LONGEST_NAME)
          .that(
              file.name().chars().noneMatch(each -> each < ' ' || "/\\:*?\"<>|".indexOf(each) >= 0),
              at + "name",
              "field.file-name",
              file.name());
    }
  }
}
