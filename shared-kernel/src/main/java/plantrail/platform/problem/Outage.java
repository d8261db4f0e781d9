package plantrail.platform.problem;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.grpc.Status;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells whether something failed because the database, Axon Server or the application behind it
 * does not answer. Nobody here can mend that, and it passes.
 */
public final class Outage {
  private static final Set<ErrorCategory> UNDELIVERED =
      Set.of(
          ErrorCategory.CONNECTION_FAILED,
          ErrorCategory.COMMAND_DISPATCH_ERROR,
          ErrorCategory.QUERY_DISPATCH_ERROR);

  /** No connection, too few resources, being shut down. */
  private static final List<String> STATES = List.of("08", "53", "57P");

  private Outage() {}

  /** Whether that is what this comes from. */
  public static boolean isBehind(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      boolean found =
          switch (cause) {
            case DataAccessResourceFailureException _ -> true;
            case CannotCreateTransactionException _ -> true;
            case SQLTransientConnectionException _ -> true;
            case SQLException e when e.getSQLState() != null ->
                STATES.stream().anyMatch(e.getSQLState()::startsWith);
            case AxonServerCommandDispatchException _ -> true;
            case AxonServerQueryDispatchException _ -> true;
            case NoHandlerForCommandException _ -> true;
            case NoHandlerForQueryException _ -> true;
            case AxonServerException e -> UNDELIVERED.contains(e.getErrorCategory());
            default -> Status.fromThrowable(cause).getCode() == Status.Code.UNAVAILABLE;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }
}
