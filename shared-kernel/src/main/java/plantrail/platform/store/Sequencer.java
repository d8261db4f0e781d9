package plantrail.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gives settled events their position: 1, 2, 3 … without a hole, in the one order in which
 * everybody reads. An event is settled once no transaction is open that could still put one before
 * it. Every node runs a sequencer; an advisory lock lets one work at a time.
 */
public final class Sequencer implements SmartLifecycle {
  /** Channel on which readers of all nodes hear that there are new positions. */
  static final String CHANNEL = "plantrail_events";

  private static final Logger log = LoggerFactory.getLogger(Sequencer.class);
  private static final long LOCK = 0x706c616e74726c31L;
  private static final int BATCH = 5_000;
  private static final long IDLE_MILLIS = 1_000;
  private static final long UNSETTLED_MILLIS = 15;

  /** Under load, some milliseconds' events are numbered and told of together. */
  private static final long NUMBERED_MILLIS = 5;

  private static final long MANY_NUMBERED_MILLIS = 20;
  private static final int MANY = 20;

  private static final String NUMBER =
      """
      with last as materialized (
        select position, order_key, place from store.event_number order by position desc limit 1),
      settled as materialized (
        select e.order_key, e.place
          from store.event e
         where (e.order_key, e.place)
               > (coalesce((select order_key from last), 0), coalesce((select place from last), 0))
           and e.order_key < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
         order by e.order_key, e.place
         limit ?)
      insert into store.event_number (position, order_key, place)
      select coalesce((select position from last), 0)
             + row_number() over (order by order_key, place), order_key, place
        from settled
      """;

  private static final String UNNUMBERED =
      """
      select exists (
        select from store.event e
         where (e.order_key, e.place) > (
           coalesce((select order_key from store.event_number order by position desc limit 1), 0),
           coalesce((select place from store.event_number order by position desc limit 1), 0)))
      """;

  private enum Round {
    NUMBERED,
    MANY_NUMBERED,
    UNSETTLED,
    IDLE
  }

  private final DataSource dataSource;
  private final RightOfWay way;
  private final Runnable wakeReaders;
  private final Semaphore signals = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread thread = new Thread();

  /**
   * @param wakeReaders called after each numbering on this node
   */
  public Sequencer(DataSource dataSource, RightOfWay way, Runnable wakeReaders) {
    this.dataSource = dataSource;
    this.way = way;
    this.wakeReaders = wakeReaders;
  }

  /** Something was committed: look now. */
  public void signal() {
    signals.release();
  }

  private void run() {
    while (running) {
      Round round;
      try {
        round = way.isHeld() ? Round.UNSETTLED : number();
        if (round == Round.NUMBERED || round == Round.MANY_NUMBERED) {
          wakeReaders.run();
        }
      } catch (SQLException | RuntimeException e) {
        if (running) {
          log.warn("Events cannot be numbered at the moment; trying again: {}", e.getMessage());
        }
        round = Round.IDLE;
      }
      try {
        switch (round) {
          case NUMBERED -> Thread.sleep(NUMBERED_MILLIS);
          case MANY_NUMBERED -> Thread.sleep(MANY_NUMBERED_MILLIS);
          case UNSETTLED -> Thread.sleep(UNSETTLED_MILLIS);
          case IDLE -> {
            if (signals.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
              signals.drainPermits();
            }
          }
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private Round number() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        commitWithoutWaiting(connection);
        int numbered = lock(connection) ? insertNumbers(connection) : 0;
        connection.commit();
        if (numbered > 0) {
          return numbered < MANY ? Round.NUMBERED : Round.MANY_NUMBERED;
        }
        return unnumbered(connection) ? Round.UNSETTLED : Round.IDLE;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /**
   * What a crash takes back is given again, the same: settled events have one order. And whoever
   * keeps a position durably does so later in the same log of the database.
   */
  private static void commitWithoutWaiting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local synchronous_commit = off");
    }
  }

  private static boolean lock(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      statement.setLong(1, LOCK);
      return isTrue(statement);
    }
  }

  private static int insertNumbers(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NUMBER)) {
      statement.setInt(1, BATCH);
      int numbered = statement.executeUpdate();
      if (numbered > 0) {
        // Told within this transaction and by this one writer only: a writer of events never
        // notifies, since that serialises commits.
        try (Statement notify = connection.createStatement()) {
          notify.execute("notify " + CHANNEL);
        }
      }
      return numbered;
    }
  }

  private static boolean unnumbered(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UNNUMBERED)) {
      boolean unnumbered = isTrue(statement);
      connection.commit();
      return unnumbered;
    }
  }

  private static boolean isTrue(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * Refuses a log whose order keys lie ahead of this database cluster's transaction counter, as
   * after a restore from a logical dump: its events would stay invisible, and new ones sort before.
   */
  private void checkCounter() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select coalesce(max(order_key), 0)
                       >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint from store.event
                """)) {
      if (isTrue(statement)) {
        throw new IllegalStateException(
            "The event log was restored into a database cluster whose transaction counter is"
                + " behind the log's order keys. Restore a physical copy, or renumber the keys as"
                + " ops/docs/adr/0001-event-store.md says.");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The event log cannot be read", e);
    }
  }

  @Override
  public void start() {
    checkCounter();
    running = true;
    thread = Thread.ofPlatform().daemon().name("sequencer").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the processors begin to read, and until they have stopped. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE / 2;
  }
}
