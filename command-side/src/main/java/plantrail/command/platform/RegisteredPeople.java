package plantrail.command.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import plantrail.platform.access.Account;
import plantrail.platform.access.Accounts;

/** The people who have an account. */
@Component
class RegisteredPeople implements People {
  private final Accounts accounts;

  RegisteredPeople(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public @Nullable String nameOf(String username) {
    try {
      Account account = accounts.loadUserByUsername(username);
      return account.isEnabled() ? account.personName() : null;
    } catch (UsernameNotFoundException e) {
      return null;
    }
  }
}
