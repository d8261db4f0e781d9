package plantrail.command.platform;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.attachment.Attachment;
import plantrail.kernel.message.Actor;

/**
 * A file that a step refers to. The agency that takes the step uploaded it before; its type is what
 * its content shows.
 *
 * @param hash SHA-256 of its content, 64 lower-case hexadecimal digits
 * @param name file name
 */
public record Attached(String hash, String name) {
  private static final int LONGEST_NAME = 200;
  private static final int MOST = 20;

  /**
   * Tells the media type of a file by its hash and the code of the agency that names it; null if
   * that agency uploaded no such file: whoever only knows a hash does not get at the file by it.
   */
  public interface Types extends BiFunction<String, String, @Nullable String> {}

  /** The files as an event keeps them. */
  public static List<Attachment> all(List<Attached> files, Actor actor, Types types) {
    String agency = Objects.requireNonNullElse(actor.agency(), "");
    return files.stream()
        .map(each -> {
          String type = types.apply(each.hash(), agency);
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
