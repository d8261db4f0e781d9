package plantrail.command.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Role;
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
    Account account = account(username);
    return account == null ? null : account.personName();
  }

  @Override
  public @Nullable Role roleOf(String username) {
    Account account = account(username);
    return account == null ? null : account.role();
  }

  private @Nullable Account account(String username) {
    try {
      Account account = accounts.loadUserByUsername(username);
      return account.isEnabled() ? account : null;
    } catch (UsernameNotFoundException e) {
      return null;
    }
  }
}
