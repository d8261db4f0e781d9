package plantrail.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identifiers computed from what they name (UUID version 5, RFC 9562), so that the same thing gets
 * the same identifier wherever and however often it is named.
 */
public final class ContentId {
  private static final UUID NAMESPACE = UUID.fromString("8a9d1f0e-5b0c-5c4e-9a55-3d1f0b6b7c11");

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private ContentId() {}

  /** Whether a text begins with such an identifier. */
  public static boolean leads(String text) {
    return ID.matcher(text).lookingAt();
  }

  /** The identifier of a thing of that kind with those distinguishing parts, in that order. */
  public static String of(String kind, String... parts) {
    // The unit separator cannot occur in a part, so ("a", "bc") and ("ab", "c") stay different.
    String name =
        Normalizer.normalize(kind + "\u001f" + String.join("\u001f", parts), Normalizer.Form.NFC);
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .array());
      ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = (digest.getLong() & 0xffffffffffff0fffL) | 0x5000L;
      long low = (digest.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
