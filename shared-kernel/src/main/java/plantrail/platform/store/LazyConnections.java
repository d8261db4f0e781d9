package plantrail.platform.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Gives a transaction its connection when the first statement comes, and not at all if none does: a
 * command may be decided by what is in memory. Whether one was taken is kept with the unit of work.
 */
public final class LazyConnections extends LazyConnectionDataSourceProxy {
  private static final String TAKEN = LazyConnections.class.getName() + ".taken";

  private final DataSource pool;

  public LazyConnections(DataSource pool) {
    this.pool = pool;
    setDefaultAutoCommit(true);
    setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    setTargetDataSource(new Noting(pool));
    afterPropertiesSet();
  }

  /** A connection outside of whatever transaction is under way. */
  Connection another() throws SQLException {
    return pool.getConnection();
  }

  /** Whether this unit of work, or one around it, has asked the database anything so far. */
  static boolean isTakenBy(UnitOfWork<?> work) {
    return work.root().resources().containsKey(TAKEN);
  }

  private static final class Noting extends DelegatingDataSource {
    private Noting(DataSource pool) {
      super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
      CurrentUnitOfWork.ifStarted(work -> work.root().resources().put(TAKEN, true));
      return super.getConnection();
    }
  }
}
