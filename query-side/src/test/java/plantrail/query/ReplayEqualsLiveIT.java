package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.agency.AgencyRenamed;
import plantrail.kernel.calendar.LocalTime;

/** However often and in whatever batches the log is read, the rows and their past are the same. */
class ReplayEqualsLiveIT extends QuerySideTest {
  private static final String PAST = "_history";
  private static final String MIGRATIONS = "flyway_schema_history";
  private static final int COMMITS = 400;
  private static final int STOPS = 25;

  @Autowired private TokenStore tokens;
  @Autowired private TransactionTemplate transaction;

  /** What the live rows were when the projections had seen exactly so much. */
  private final Map<Long, Map<String, List<String>>> stood = new LinkedHashMap<>();

  private List<String> withPast = List.of();
  private List<String> withoutPast = List.of();

  @BeforeAll
  void aRandomLife() {
    Set<String> tables =
        jdbc.sql(
                "select relname from pg_class where relnamespace = 'view'::regnamespace and relkind = 'r'")
            .query(String.class)
            .set();
    withPast = tables.stream().filter(each -> tables.contains(each + PAST)).sorted().toList();
    withoutPast =
        tables.stream()
            .filter(each -> !withPast.contains(each) && !each.endsWith(PAST))
            .filter(each -> !each.equals(MIGRATIONS))
            .sorted()
            .toList();
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    RandomLife life = new RandomLife(20240228);
    Random random = new Random(7);
    Instant time = Instant.parse("2024-02-28T00:00:00Z");
    for (int commit = 0; commit < COMMITS; commit++) {
      if (commit == COMMITS / 2) {
        log.append(
            time,
            new AgencyRenamed(
                "HGI.STC", "Sở Tài chính tỉnh", LocalTime.dayOf(time), "Nghị quyết 15/NQ-HĐND"));
      }
      List<DomainEvent> events = new ArrayList<>();
      for (int i = random.nextInt(1, 8); i > 0; i--) {
        events.addAll(life.next());
      }
      time = time.plusSeconds(3600);
      List<DomainEvent> moved = life.movedByThePlan();
      if (!moved.isEmpty()) {
        log.append(time, moved.getFirst());
        log.follow(
            time,
            moved.getFirst().subject(),
            moved.subList(1, moved.size()).toArray(DomainEvent[]::new));
      }
      if (!events.isEmpty()) {
        log.append(time, events.toArray(DomainEvent[]::new));
      }
      if (commit % (COMMITS / STOPS) == 0) {
        stood.put(settle(), live());
      }
    }
    settle();
  }

  private Map<String, List<String>> live() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String table : withPast) {
      rows.put(table, rows("view." + table + " t"));
    }
    return rows;
  }

  private Map<String, List<String>> everything() {
    Map<String, List<String>> rows = live();
    for (String table : withPast) {
      rows.put(table + PAST, rows("view." + table + PAST + " t"));
    }
    for (String table : withoutPast) {
      rows.put(table, rows("view." + table + " t"));
    }
    return rows;
  }

  private List<String> rows(String from) {
    return jdbc.sql("select (to_jsonb(t) - 'upto_position')::text from " + from + " order by 1")
        .query(String.class)
        .list();
  }

  private List<String> asOf(String table, long position) {
    return rows(
        "view.%1$s_version t where from_position <= %2$d and upto_position > %2$d"
            .formatted(table, position));
  }

  @Test
  void aRebuildComesToTheSameRows() {
    Map<String, List<String>> before = everything();
    assertThat(withPast).contains("plan", "task", "report").hasSizeGreaterThan(10);
    assertThat(withoutPast).contains("history_entry", "move");
    assertThat(before).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    assertThat(before.get("task_history")).hasSizeGreaterThan(200);
    assertThat(before.get("report_history")).hasSizeGreaterThan(100);
    assertThat(before.get("move")).hasSizeGreaterThan(100);
    assertThat(before.get("move_author")).hasSizeGreaterThan(5);
    rebuild();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void readingTheLastEventsAgainChangesNothing() {
    Map<String, List<String>> before = everything();
    long head = settle();
    for (long back : new long[] {1, 150, head}) {
      for (String group : GROUPS) {
        processor(group).shutDown();
        transaction.executeWithoutResult(status -> {
          tokens.fetchToken(group, 0);
          tokens.storeToken(new GlobalSequenceTrackingToken(head - back), group, 0);
          tokens.releaseClaim(group, 0);
        });
        processor(group).start();
      }
      settle();
      assertThat(everything()).isEqualTo(before);
    }
  }

  @Test
  void asOfAPositionTheRowsAreWhatTheyWereThen() {
    assertThat(stood).hasSize(STOPS);
    stood.forEach((position, rows) ->
        rows.forEach((table, then) ->
            assertThat(asOf(table, position)).as("%s as of %d", table, position).isEqualTo(then)));
  }

  @Test
  void theVersionsOfARowFollowOneAnotherWithoutGapOrOverlap() {
    for (String table : withPast) {
      String key = table.equals("agency") ? "code" : "id";
      assertThat(
              jdbc.sql(
                      """
                      select count(*) from (
                        select upto_position, lead(from_position) over (
                                 partition by %2$s order by from_position) as next
                          from view.%1$s_version) v
                       where next is not null and next <> upto_position
                      """
                          .formatted(table, key))
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }
}
