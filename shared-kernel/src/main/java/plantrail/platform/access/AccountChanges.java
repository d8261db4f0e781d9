package plantrail.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;

/**
 * Changes accounts, one change at a time on all nodes, each with its entry in the journal. Whatever
 * cannot be is refused with all faulty fields at once, and changes nothing.
 */
@Component
public class AccountChanges {
  /** Characters that a password has at least. */
  public static final int SHORTEST_PASSWORD = 12;

  /** More of a password BCrypt does not look at; in bytes of UTF-8. */
  public static final int LONGEST_PASSWORD = 72;

  private static final int LONGEST_NAME = 100;
  private static final int MOST_AGENCIES = 100;
  private static final Pattern USERNAME =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._@ -]*[\\p{L}\\p{M}\\p{N}])?");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final AccountJournal journal;
  private final PasswordEncoder passwords;
  private final AuthenticationManager signIn;
  private final ObjectProvider<KnownAgencies> agencies;
  private final boolean sample;

  AccountChanges(
      JdbcClient jdbc,
      Accounts accounts,
      AccountJournal journal,
      PasswordEncoder passwords,
      AuthenticationManager signIn,
      ObjectProvider<KnownAgencies> agencies,
      @Value("${plantrail.sample.enabled:false}") boolean sample) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.journal = journal;
    this.passwords = passwords;
    this.signIn = signIn;
    this.agencies = agencies;
    this.sample = sample;
  }

  /**
   * What of an account can be changed.
   *
   * @param personName the person's name as shown to people
   * @param role the capacity in which they use the system
   * @param agencies codes of the agencies they may act for, the usual one first; none but for an
   *     official
   */
  public record Profile(
      @Nullable String personName, @Nullable Role role, @Nullable List<String> agencies) {}

  /**
   * Opens an account.
   *
   * @param by username of whoever does it
   * @throws Refusal INVALID_ARGUMENT, or ALREADY_EXISTS where the name is taken
   */
  @Transactional
  public Account open(
      String by, @Nullable String username, Profile profile, @Nullable String password) {
    List<FieldError> faults = faults(profile);
    faults.addAll(faults(password));
    if (username == null
        || username.length() > LONGEST_NAME
        || !USERNAME.matcher(username).matches()) {
      faults.add(FieldError.of("username", "account.username", Integer.toString(LONGEST_NAME)));
    }
    Refusal.ifAny(faults);
    lock();
    String name = Objects.requireNonNull(username);
    if (taken(name)) {
      throw Refusal.of(RefusalCode.ALREADY_EXISTS, "account.taken", name);
    }
    accounts.create(
        new Accounts.New(
            name,
            Objects.requireNonNull(profile.personName()),
            Objects.requireNonNull(profile.role()),
            Objects.requireNonNull(profile.agencies())),
        Objects.requireNonNull(password));
    return entered(by, AccountJournal.What.OPENED, name);
  }

  /**
   * Opens the first account, an administrator's, unless there is one already; those of the sample
   * do not count.
   *
   * @throws Refusal INVALID_ARGUMENT
   */
  @Transactional
  public void openFirst(String username, String personName, String password) {
    lock();
    if (jdbc.sql("select not exists (select from access.account where not sample)")
        .query(Boolean.class)
        .single()) {
      open("", username, new Profile(personName, Role.ADMIN, List.of()), password);
    }
  }

  /**
   * Gives an account another name, role or agencies; the same ones change nothing.
   *
   * @throws Refusal INVALID_ARGUMENT, NOT_FOUND, or INVALID_STATE for the last administrator
   */
  @Transactional
  public Account change(String by, String username, Profile profile) {
    Refusal.ifAny(faults(profile));
    lock();
    Account account = find(username);
    Role role = Objects.requireNonNull(profile.role());
    String personName = Objects.requireNonNull(profile.personName());
    List<String> codes = Objects.requireNonNull(profile.agencies());
    if (role == account.role()
        && account.personName().equals(personName)
        && account.agencies().equals(codes)) {
      return account;
    }
    if (role != Role.ADMIN) {
      keepAnAdministrator(account);
    }
    jdbc.sql("update access.account set person_name = ?, role = ? where username = ?")
        .params(personName, role.name(), username)
        .update();
    accounts.setAgencies(username, codes);
    return entered(by, AccountJournal.What.CHANGED, username);
  }

  /**
   * Sets a password and ends the account's sessions.
   *
   * @throws Refusal INVALID_ARGUMENT or NOT_FOUND
   */
  @Transactional
  public void setPassword(String by, String username, @Nullable String password) {
    Refusal.ifAny(faults(password));
    lock();
    set(by, find(username), password, null);
  }

  /**
   * Sets one's own password, for which one has to know the present one, and ends one's other
   * sessions.
   *
   * @param present the password that counts until now; wrong ones are slowed down as those at the
   *     sign-in are, and together with them
   * @param request by which it is asked for: its address, and its session, which goes on
   * @throws Refusal INVALID_ARGUMENT
   * @throws AuthenticationException if the present password was wrong too often
   */
  @Transactional
  public void setOwnPassword(
      Account account,
      @Nullable String present,
      @Nullable String password,
      HttpServletRequest request) {
    lock();
    Account now = find(account.username());
    List<FieldError> faults = faults(password);
    UsernamePasswordAuthenticationToken asked =
        UsernamePasswordAuthenticationToken.unauthenticated(
            now.username(), present == null ? "" : present);
    asked.setDetails(new WebAuthenticationDetails(request));
    try {
      signIn.authenticate(asked);
    } catch (BadCredentialsException e) {
      faults.add(FieldError.of("present", "account.password.wrong"));
    }
    Refusal.ifAny(faults);
    HttpSession session = request.getSession(false);
    set(now.username(), now, password, session == null ? null : session.getId());
  }

  private void set(String by, Account account, @Nullable String password, @Nullable String kept) {
    jdbc.sql("update access.account set password_hash = ? where username = ?")
        .params(String.valueOf(passwords.encode(password)), account.username())
        .update();
    endSessions(account.username(), kept);
    journal.enter(by, AccountJournal.What.PASSWORD_SET, account);
  }

  /**
   * From now on nobody signs in with it, and its sessions are over; one that is locked stays so.
   *
   * @throws Refusal NOT_FOUND, or INVALID_STATE for the last administrator
   */
  @Transactional
  public Account lock(String by, String username) {
    lock();
    Account account = find(username);
    if (!account.enabled()) {
      return account;
    }
    keepAnAdministrator(account);
    jdbc.sql("update access.account set enabled = false where username = ?")
        .param(username)
        .update();
    endSessions(username, null);
    return entered(by, AccountJournal.What.LOCKED, username);
  }

  /**
   * From now on it counts again; one that is not locked stays so.
   *
   * @throws Refusal NOT_FOUND
   */
  @Transactional
  public Account unlock(String by, String username) {
    lock();
    Account account = find(username);
    if (account.enabled()) {
      return account;
    }
    jdbc.sql("update access.account set enabled = true where username = ?")
        .param(username)
        .update();
    return entered(by, AccountJournal.What.UNLOCKED, username);
  }

  /** Until the transaction's end nobody else changes accounts. */
  private void lock() {
    jdbc.sql("lock table access.account in share row exclusive mode").update();
  }

  private Account find(String username) {
    try {
      return accounts.loadUserByUsername(username);
    } catch (UsernameNotFoundException e) {
      throw Refusal.of(RefusalCode.NOT_FOUND, "account.unknown", username);
    }
  }

  private boolean taken(String username) {
    return jdbc.sql("select exists (select from access.account where username = ?)")
        .param(username)
        .query(Boolean.class)
        .single();
  }

  private Account entered(String by, AccountJournal.What what, String username) {
    Account account = find(username);
    journal.enter(by, what, account);
    return account;
  }

  /** A sample account does not stand in for a real one: it is gone with the sample. */
  private void keepAnAdministrator(Account account) {
    boolean another =
        jdbc.sql(
                """
                select exists (
                  select from access.account other, access.account this
                   where this.username = :username and other.username <> this.username
                     and other.role = 'ADMIN' and other.enabled
                     and (not other.sample or this.sample and :sample))
                """)
            .param("username", account.username())
            .param("sample", sample)
            .query(Boolean.class)
            .single();
    if (account.role() == Role.ADMIN && account.enabled() && !another) {
      throw Refusal.of(RefusalCode.INVALID_STATE, "account.last-admin", account.username());
    }
  }

  private void endSessions(String username, @Nullable String kept) {
    jdbc.sql(
            """
            delete from access.session
             where principal_name = :username
               and (cast(:kept as text) is null or session_id <> :kept)
            """)
        .param("username", username)
        .param("kept", kept)
        .update();
  }

  private List<FieldError> faults(Profile profile) {
    List<FieldError> faults = new ArrayList<>();
    String name = profile.personName();
    if (name == null
        || name.isBlank()
        || name.length() > LONGEST_NAME
        || CONTROL.matcher(name).find()) {
      faults.add(FieldError.of("personName", "account.name", Integer.toString(LONGEST_NAME)));
    }
    Role role = profile.role();
    if (role == null || role == Role.SYSTEM) {
      faults.add(FieldError.of("role", "account.role"));
    }
    List<String> codes = profile.agencies();
    if (codes == null
        || codes.size() > MOST_AGENCIES
        || codes.stream().anyMatch(Objects::isNull)
        || codes.stream().distinct().count() < codes.size()) {
      faults.add(FieldError.of("agencies", "account.agencies", Integer.toString(MOST_AGENCIES)));
    } else if (role != null && codes.isEmpty() == (role == Role.OFFICIAL)) {
      faults.add(FieldError.of("agencies", "account.agencies.role", "@role." + role));
    } else {
      for (int i = 0; i < codes.size(); i++) {
        if (!known(codes.get(i))) {
          faults.add(FieldError.of("agencies[" + i + "]", "account.agency", codes.get(i)));
        }
      }
    }
    return faults;
  }

  private boolean known(String code) {
    List<KnownAgencies> known = agencies.stream().toList();
    return code.indexOf('\0') < 0
        && !CONTROL.matcher(code).find()
        && (known.isEmpty() || known.stream().anyMatch(each -> each.exists(code)));
  }

  private static List<FieldError> faults(@Nullable String password) {
    List<FieldError> faults = new ArrayList<>();
    if (password == null
        || password.codePointCount(0, password.length()) < SHORTEST_PASSWORD
        || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
      faults.add(
          FieldError.of(
              "password",
              "account.password",
              Integer.toString(SHORTEST_PASSWORD),
              Integer.toString(LONGEST_PASSWORD)));
    }
    return faults;
  }
}
