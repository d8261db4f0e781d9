package plantrail.standalone;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Lets a start without the operator's database end with one sentence instead of a stack trace. */
final class DatabaseMissing implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isAboutTheDatabase(cause)) {
        String reason = String.valueOf(cause.getMessage());
        return new FailureAnalysis(
            String.valueOf(new StartRefused("start.no-database", reason).getMessage()),
            null,
            cause);
      }
    }
    return null;
  }

  /** Not named, not reached (SQL state class 08), or not entered (28, 3D). */
  private static boolean isAboutTheDatabase(Throwable cause) {
    return switch (cause) {
      case IllegalArgumentException unset ->
          String.valueOf(unset.getMessage()).startsWith("'url' must start with");
      case SQLException refused -> String.valueOf(refused.getSQLState()).matches("(08|28|3D).*");
      default -> false;
    };
  }
}
