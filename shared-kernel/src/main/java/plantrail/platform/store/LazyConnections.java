package plantrail.platform.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork.Phase;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Gives a transaction its connection when the first statement comes, and not at all if none does: a
 * command may be decided by what is in memory. Whether one was taken is kept with the unit of work.
 */
public final class LazyConnections extends LazyConnectionDataSourceProxy {
  private static final String TAKEN = LazyConnections.class.getName() + ".taken";
  private static final String CLOSED = LazyConnections.class.getName() + ".closed";

  private final DataSource pool;

  public LazyConnections(DataSource pool) {
    this.pool = pool;
    setDefaultAutoCommit(true);
    setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    setTargetDataSource(new Noting(pool));
    afterPropertiesSet();
  }

  /** A connection outside of whatever transaction is under way: each statement is one itself. */
  Connection another() throws SQLException {
    Connection connection = pool.getConnection();
    connection.setAutoCommit(true);
    return connection;
  }

  /** Whether this unit of work, or one around it, has asked the database anything so far. */
  static boolean isTakenBy(UnitOfWork<?> work) {
    return work.root().resources().containsKey(TAKEN);
  }

  /** Everything of this unit of work is on record: it gets no connection until it has ended. */
  static void close(UnitOfWork<?> work) {
    work.root().resources().put(CLOSED, true);
  }

  private static void take(UnitOfWork<?> root) {
    if (root.resources().containsKey(CLOSED) && root.phase().isBefore(Phase.AFTER_COMMIT)) {
      throw new IllegalStateException(
          "What is written after the events of a command would not be on record with them");
    }
    root.resources().put(TAKEN, true);
  }

  private static final class Noting extends DelegatingDataSource {
    private Noting(DataSource pool) {
      super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
      CurrentUnitOfWork.ifStarted(work -> take(work.root()));
      return super.getConnection();
    }
  }
}
