package plantrail.command.platform;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;

/**
 * Handles commands in this process. Refusals are told after the commit, where those of two writers
 * at once show; an interceptor would see only what the handler itself throws.
 */
final class LocalCommandBus extends SimpleCommandBus {

  LocalCommandBus(Builder builder) {
    super(builder);
  }

  @Override
  protected <C, R> void handle(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback) {
    super.<C, R>handle(
        command,
        handler,
        (message, result) ->
            callback.onResult(message, result.isExceptional() ? told(message, result) : result));
  }

  private static <R> CommandResultMessage<R> told(
      CommandMessage<?> command, CommandResultMessage<? extends R> result) {
    return new GenericCommandResultMessage<>(
        Refusals.told(result.exceptionResult(), command), result.getMetaData());
  }
}
