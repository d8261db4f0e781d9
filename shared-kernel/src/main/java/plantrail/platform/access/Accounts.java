package plantrail.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Role;

/** The accounts in the database. Sample accounts count only while there is sample data. */
@Component
public class Accounts implements UserDetailsService {
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Clock clock;
  private final PasswordEncoder passwords;
  private final boolean sample;

  public Accounts(
      JdbcClient jdbc,
      JdbcTemplate batches,
      @Qualifier("clock") Clock clock,
      PasswordEncoder passwords,
      @Value("${plantrail.sample.enabled:false}") boolean sample) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
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
            select a.username, a.person_name as account_name, a.role, a.password_hash, a.enabled,
                   array(select agency from access.account_agency g
                          where g.username = a.username order by rank) as agencies,
                   m.*
              from access.account a
              left join access.mandate m
                on m.person = a.username and not m.revoked
               and :today between m.valid_from and m.valid_to
             where a.username = :username and (not a.sample or :sample)
             order by m.plan nulls first, m.valid_from, m.id
            """)
        .param("username", username)
        .param("today", LocalTime.dayOf(clock.instant()))
        .param("sample", sample)
        .query(Accounts::account)
        .orElseThrow(() -> new UsernameNotFoundException("No account of that name"));
  }

  /** One account, a row for each mandate or one without any. */
  private static Optional<Account> account(ResultSet rows) throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    List<Mandates.Mandate> mandates = new ArrayList<>();
    Account account =
        new Account(
            rows.getString("username"),
            rows.getString("account_name"),
            Role.valueOf(rows.getString("role")),
            List.of((String[]) rows.getArray("agencies").getArray()),
            mandates,
            rows.getString("password_hash"),
            rows.getBoolean("enabled"));
    do {
      if (rows.getString("id") != null) {
        mandates.add(Mandates.mandate(rows));
      }
    } while (rows.next());
    return Optional.of(account);
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

  /** From now on the person may act for these agencies alone, the usual one first. */
  void setAgencies(String username, List<String> codes) {
    jdbc.sql("delete from access.account_agency where username = ?").param(username).update();
    batches.batchUpdate(
        "insert into access.account_agency (username, rank, agency) values (?, ?, ?)",
        ranked(username, codes).toList());
  }

  private void agencies(List<New> accounts) {
    batches.batchUpdate(
        """
        insert into access.account_agency (username, rank, agency)
        values (?, ?, ?) on conflict do nothing
        """,
        accounts.stream()
            .flatMap(account -> ranked(account.username(), account.agencies()))
            .toList());
  }

  private static Stream<Object[]> ranked(String username, List<String> codes) {
    return IntStream.range(0, codes.size())
        .mapToObj(rank -> new Object[] {username, rank, codes.get(rank)});
  }

  /**
   * An account as administrators see it.
   *
   * @param enabled false while it is locked
   * @param sample whether it counts only while there is sample data
   */
  public record Listed(
      String username,
      String personName,
      Role role,
      List<String> agencies,
      boolean enabled,
      boolean sample) {}

  /**
   * A page of the accounts that count, by username.
   *
   * @param q a part of a username, a name or an agency's code, without regard to diacritics and
   *     case; null for all
   */
  public AccountPage<Listed> find(@Nullable String q, int page, int size) {
    String rows =
        """
          from access.account a
         where (not sample or :sample)
           and (cast(:q as text) is null
                or position(access.searched(:q) in access.searched(username)) > 0
                or position(access.searched(:q) in access.searched(person_name)) > 0
                or exists (select from access.account_agency g
                            where g.username = a.username
                              and position(access.searched(:q) in access.searched(g.agency)) > 0))
        """;
    List<Listed> items =
        jdbc.sql(
                """
                select a.*, array(select agency from access.account_agency g
                                   where g.username = a.username order by rank) as agencies
                %s order by username limit :size offset :offset
                """
                    .formatted(rows))
            .param("sample", sample)
            .param("q", q)
            .param("size", size)
            .param("offset", (long) page * size)
            .query((row, number) ->
                new Listed(
                    row.getString("username"),
                    row.getString("person_name"),
                    Role.valueOf(row.getString("role")),
                    List.of((String[]) row.getArray("agencies").getArray()),
                    row.getBoolean("enabled"),
                    row.getBoolean("sample")))
            .list();
    long total =
        jdbc.sql("select count(*)" + rows)
            .param("sample", sample)
            .param("q", q)
            .query(Long.class)
            .single();
    return new AccountPage<>(items, page, size, total);
  }

  /** Gives all sample accounts that password, hashed once for all of them. */
  public void setSamplePassword(String password) {
    jdbc.sql("update access.account set password_hash = ? where sample")
        .param(String.valueOf(passwords.encode(password)))
        .update();
  }
}
