package plantrail.platform.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Looks at a right password slowly once, not with each request of a program that signs in by HTTP
 * Basic. What is kept, in memory alone, is a keyed digest of the password with its hash, under a
 * key of this process; a changed password has another hash, so nothing outlives it.
 */
class RememberedPasswords implements PasswordEncoder {
  private static final String DIGEST = "HmacSHA256";
  private static final int REMEMBERED = 1_000;
  private static final int KEY_BYTES = 32;

  private final PasswordEncoder slow;
  private final SecretKeySpec key;
  private final Map<ByteBuffer, Boolean> right =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  RememberedPasswords(PasswordEncoder slow) {
    this.slow = slow;
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, DIGEST);
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return slow.encode(password);
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    ByteBuffer digest = digest(hash + "\n" + password);
    synchronized (right) {
      if (right.containsKey(digest)) {
        return true;
      }
    }
    boolean matches = slow.matches(password, hash);
    if (matches) {
      synchronized (right) {
        right.put(digest, true);
      }
    }
    return matches;
  }

  private ByteBuffer digest(String text) {
    try {
      Mac mac = Mac.getInstance(DIGEST);
      mac.init(key);
      return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
