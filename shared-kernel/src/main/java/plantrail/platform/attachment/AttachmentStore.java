package plantrail.platform.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import plantrail.kernel.message.Actor;

/** Keeps files under the hash of their content: what was kept once never changes. */
public interface AttachmentStore {
  /** Largest file, in MiB. */
  int LARGEST_MIB = 20;

  /** Largest file, in bytes. */
  int LARGEST = LARGEST_MIB * 1024 * 1024;

  /**
   * A file that is kept.
   *
   * @param hash SHA-256 of its content, 64 lower-case hexadecimal digits
   * @param type media type as its content shows
   * @param size in bytes
   */
  record Kept(String hash, String type, long size) {}

  /**
   * Keeps a file that the actor's agency uploaded; if it is kept already, only that is noted: the
   * file is that agency's from then on, beside whoever uploaded it before.
   */
  void keep(Kept file, InputStream content, Actor by);

  /** The file of that hash; empty if none is kept. */
  Optional<Kept> find(String hash);

  /** The file of that hash if that agency uploaded it itself; empty if it did not. */
  Optional<Kept> uploaded(String hash, String agency);

  /** Writes the content of a kept file. */
  void write(Kept file, OutputStream to) throws IOException;
}
