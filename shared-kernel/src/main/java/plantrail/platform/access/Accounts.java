package plantrail.platform.access;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plantrail.kernel.message.Role;

/** The accounts in the database. Sample accounts count only while there is sample data. */
@Component
public class Accounts implements UserDetailsService {
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Mandates mandates;
  private final PasswordEncoder passwords;
  private final boolean sample;

  public Accounts(
      JdbcClient jdbc,
      JdbcTemplate batches,
      Mandates mandates,
      PasswordEncoder passwords,
      @Value("${plantrail.sample.enabled:false}") boolean sample) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.mandates = mandates;
    this.passwords = passwords;
    this.sample = sample;
  }

  @Override
  public Account loadUserByUsername(String username) {
    // Nobody is called so, and the database does not even take it as a question.
    if (username.indexOf('\0') >= 0) {
      throw new UsernameNotFoundException("No account of that name");
    }
    return jdbc.sql(
            """
            select a.*, array(select agency from access.account_agency g
                               where g.username = a.username order by rank) as agencies
              from access.account a where username = :username and (not sample or :sample)
            """)
        .param("username", username)
        .param("sample", sample)
        .query((row, number) ->
            new Account(
                row.getString("username"),
                row.getString("person_name"),
                Role.valueOf(row.getString("role")),
                List.of((String[]) row.getArray("agencies").getArray()),
                mandates.of(username),
                row.getString("password_hash"),
                row.getBoolean("enabled")))
        .optional()
        .orElseThrow(() -> new UsernameNotFoundException("No account of that name"));
  }

  /** An account to be created. */
  public record New(String username, String personName, Role role, List<String> agencies) {}

  /** Creates an account; throws a DuplicateKeyException if the name is taken. */
  @Transactional
  public void create(New account, String password) {
    jdbc.sql(
            """
            insert into access.account (username, person_name, role, password_hash)
            values (?, ?, ?, ?)
            """)
        .params(
            account.username(),
            account.personName(),
            account.role().name(),
            String.valueOf(passwords.encode(password)))
        .update();
    agencies(List.of(account));
  }

  /** Creates the sample accounts that are missing; see {@link #setSamplePassword}. */
  @Transactional
  public void createSample(List<New> accounts) {
    batches.batchUpdate(
        """
        insert into access.account (username, person_name, role, password_hash, sample)
        values (?, ?, ?, '!', true) on conflict do nothing
        """,
        accounts.stream()
            .map(each -> new Object[] {each.username(), each.personName(), each.role().name()})
            .toList());
    Set<String> sampleOnes =
        Set.copyOf(
            jdbc.sql("select username from access.account where sample")
                .query(String.class)
                .list());
    agencies(accounts.stream().filter(each -> sampleOnes.contains(each.username())).toList());
  }

  private void agencies(List<New> accounts) {
    batches.batchUpdate(
        """
        insert into access.account_agency (username, rank, agency)
        values (?, ?, ?) on conflict do nothing
        """,
        accounts.stream()
            .flatMap(account ->
                java.util.stream.IntStream.range(0, account.agencies().size())
                    .mapToObj(rank ->
                        new Object[] {account.username(), rank, account.agencies().get(rank)}))
            .toList());
  }

  /** Gives all sample accounts that password, hashed once for all of them. */
  public void setSamplePassword(String password) {
    jdbc.sql("update access.account set password_hash = ? where sample")
        .param(String.valueOf(passwords.encode(password)))
        .update();
  }
}
