package plantrail.platform.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Wakes this node's readers when a sequencer anywhere has given new positions. */
public final class PositionListener implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(PositionListener.class);
  private static final int WAIT_MILLIS = 1_000;

  private final DataSource dataSource;
  private final Runnable wakeReaders;
  private volatile boolean running;
  private volatile Thread thread = new Thread();

  public PositionListener(DataSource dataSource, Runnable wakeReaders) {
    this.dataSource = dataSource;
    this.wakeReaders = wakeReaders;
  }

  private void run() {
    while (running) {
      try (Connection connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        if (running) {
          log.warn("Lost the channel of new events; listening again: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + Sequencer.CHANNEL);
    }
    // There may have been news while nobody listened.
    wakeReaders.run();
    try {
      PGConnection channel = connection.unwrap(PGConnection.class);
      while (running) {
        PGNotification[] news = channel.getNotifications(WAIT_MILLIS);
        if (news != null && news.length > 0) {
          wakeReaders.run();
        }
      }
    } finally {
      if (!connection.isClosed()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("unlisten *");
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("position-listener").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
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

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE / 2;
  }
}
