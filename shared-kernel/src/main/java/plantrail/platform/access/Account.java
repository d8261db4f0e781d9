package plantrail.platform.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import plantrail.kernel.message.Role;

/**
 * A person's account.
 *
 * @param username what they sign in with
 * @param personName their name as shown to people
 * @param role the capacity in which they use the system
 * @param agencies codes of the agencies they may act for, the usual one first
 * @param mandates by which they may act for further agencies today, those for all plans first
 * @param password hash of the password
 */
public record Account(
    String username,
    String personName,
    Role role,
    List<String> agencies,
    List<Mandates.Mandate> mandates,
    String password,
    boolean enabled)
    implements UserDetails {

  @Override
  public String getUsername() {
    return username;
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  public boolean isEnabled() {
    return enabled;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of(new SimpleGrantedAuthority("ROLE_" + role));
  }

  /** Never shows the hash. */
  @Override
  public String toString() {
    return "Account[" + username + "]";
  }
}
