package plantrail.platform.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberedPasswordsTest {
  private static final int QUICK = 4;

  private final Counting slow = new Counting();
  private final RememberedPasswords passwords = new RememberedPasswords(slow);

  private static final class Counting implements PasswordEncoder {
    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(QUICK);
    private int looks;

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
      return bcrypt.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      looks++;
      return bcrypt.matches(password, hash);
    }
  }

  @Test
  void aRightPasswordIsLookedAtSlowlyOnce() {
    String hash = requireNonNull(passwords.encode("đúng"));

    assertThat(passwords.matches("đúng", hash)).isTrue();
    assertThat(passwords.matches("đúng", hash)).isTrue();
    assertThat(slow.looks).isEqualTo(1);
  }

  @Test
  void aWrongPasswordIsWrongEachTime() {
    String hash = requireNonNull(passwords.encode("đúng"));
    passwords.matches("đúng", hash);

    assertThat(passwords.matches("sai", hash)).isFalse();
    assertThat(passwords.matches("sai", hash)).isFalse();
    assertThat(slow.looks).isEqualTo(3);
  }

  @Test
  void anOldPasswordIsWrongOnceItIsChanged() {
    passwords.matches("cũ", requireNonNull(passwords.encode("cũ")));

    assertThat(passwords.matches("cũ", requireNonNull(passwords.encode("mới")))).isFalse();
  }
}
