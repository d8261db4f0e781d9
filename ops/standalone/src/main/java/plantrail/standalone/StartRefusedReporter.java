package plantrail.standalone;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** Says why the system cannot start, in place of a stack trace. */
class StartRefusedReporter implements SpringBootExceptionReporter {

  /** Boot gives every reporter the context, if there is one already. */
  StartRefusedReporter(@Nullable ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    if (failure instanceof StartRefused refused) {
      System.err.println(refused.getMessage());
      return true;
    }
    return false;
  }
}
