package plantrail.command.platform;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Outcome;

/**
 * Handles commands in this process. Refusals are told after the commit, where those of two writers
 * at once show; an interceptor would see only what the handler itself throws.
 *
 * <p>What lost against another writer is decided anew, a bounded number of times, and so is a "no"
 * that rests on an aggregate kept from before: see {@link RecentAggregates}.
 */
final class LocalCommandBus extends SimpleCommandBus {
  private static final int MOST_TRIES = 4;

  private final RecentAggregates recent;
  private final Refusals refusals;
  private final MeterRegistry meters;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  LocalCommandBus(
      Builder builder, RecentAggregates recent, Refusals refusals, MeterRegistry meters) {
    super(builder);
    this.recent = recent;
    this.refusals = refusals;
    this.meters = meters;
  }

  @Override
  protected <C, R> void handle(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback) {
    long begun = System.nanoTime();
    this.<C, R>handle(
        command,
        handler,
        (message, result) -> {
          CommandResultMessage<? extends R> told =
              result.isExceptional() ? told(message, result) : result;
          timer(command.getPayloadType(), told).record(System.nanoTime() - begun, NANOSECONDS);
          callback.onResult(message, told);
        },
        1);
  }

  private Timer timer(Class<?> command, CommandResultMessage<?> result) {
    String outcome =
        !result.isExceptional()
            ? "done"
            : Refusals.of(result.exceptionResult()) != null ? "refused" : "failed";
    return timers.computeIfAbsent(
        outcome + " " + command.getName(),
        key ->
            Timer.builder("plantrail.commands")
                .description("What came of commands on this node, and how long it took")
                .tag("command", CommandRegistry.nameOf(command))
                .tag("outcome", outcome)
                .register(meters));
  }

  private <C, R> void handle(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback,
      int attempt) {
    recent.forgetUse();
    super.<C, R>handle(
        command,
        handler,
        (message, result) -> {
          if (attempt < MOST_TRIES && isWorthAnotherTry(result)) {
            this.<C, R>handle(command, handler, callback, attempt + 1);
          } else {
            callback.onResult(message, result);
          }
        });
  }

  private boolean isWorthAnotherTry(CommandResultMessage<?> result) {
    @Nullable Throwable thrown = result.isExceptional() ? result.exceptionResult() : null;
    boolean changed =
        thrown == null
            && result.getPayload() instanceof Outcome outcome
            && !outcome.events().isEmpty();
    return !changed && (recent.dropUsed() || Refusals.isLostRace(thrown));
  }

  private <R> CommandResultMessage<R> told(
      CommandMessage<?> command, CommandResultMessage<? extends R> result) {
    return new GenericCommandResultMessage<>(
        refusals.told(result.exceptionResult(), command), result.getMetaData());
  }
}
