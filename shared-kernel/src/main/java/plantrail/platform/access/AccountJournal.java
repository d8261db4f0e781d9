package plantrail.platform.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Role;

/** Who changed which account, when and to what. Nothing in it is ever changed or deleted. */
@Component
public class AccountJournal {
  private final JdbcClient jdbc;
  private final Clock clock;

  AccountJournal(JdbcClient jdbc, @Qualifier("clock") Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What was done to an account. */
  public enum What {
    OPENED,
    CHANGED,
    PASSWORD_SET,
    LOCKED,
    UNLOCKED
  }

  /**
   * One change.
   *
   * @param position place in the journal
   * @param recordedAt when, in the local time of Vietnam
   * @param person username of whoever did it; empty for the operator's environment
   * @param account username of whose account it is
   * @param personName the account's name from then on
   * @param role its role from then on
   * @param agencies its agencies from then on, the usual one first
   */
  public record Entry(
      long position,
      OffsetDateTime recordedAt,
      String person,
      String account,
      What what,
      String personName,
      Role role,
      List<String> agencies) {}

  void enter(String person, What what, Account account) {
    jdbc.sql(
            """
            insert into access.entry (
              recorded_at, person, account, what, person_name, role, agencies)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
            person,
            account.username(),
            what.name(),
            account.personName(),
            account.role().name(),
            account.agencies().toArray(String[]::new))
        .update();
  }

  /**
   * A page of the journal, the latest first.
   *
   * @param account username; null for all accounts
   */
  public AccountPage<Entry> find(@Nullable String account, int page, int size) {
    List<Entry> items =
        jdbc.sql(
                """
                select * from access.entry
                 where cast(:account as text) is null or account = :account
                 order by position desc limit :size offset :offset
                """)
            .param("account", account)
            .param("size", size)
            .param("offset", (long) page * size)
            .query((row, number) ->
                new Entry(
                    row.getLong("position"),
                    row.getObject("recorded_at", OffsetDateTime.class)
                        .atZoneSameInstant(LocalTime.ZONE)
                        .toOffsetDateTime(),
                    row.getString("person"),
                    row.getString("account"),
                    What.valueOf(row.getString("what")),
                    row.getString("person_name"),
                    Role.valueOf(row.getString("role")),
                    List.of((String[]) row.getArray("agencies").getArray())))
            .list();
    long total =
        jdbc.sql(
                """
                select count(*) from access.entry
                 where cast(:account as text) is null or account = :account
                """)
            .param("account", account)
            .query(Long.class)
            .single();
    return new AccountPage<>(items, page, size, total);
  }
}
