package plantrail.platform.messaging;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Axon Server is to keep the events but does not answer; the message says so to people. */
public final class AxonServerUnreachable extends RuntimeException {
  AxonServerUnreachable(String message) {
    super(message);
  }

  /** Lets a failed start end with that message instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<AxonServerUnreachable> {
    @Override
    protected FailureAnalysis analyze(Throwable root, AxonServerUnreachable cause) {
      return new FailureAnalysis(cause.getMessage(), null, cause);
    }
  }
}
