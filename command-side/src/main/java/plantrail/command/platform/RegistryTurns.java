package plantrail.command.platform;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.agency.RegistryChange;

/**
 * Lets changes of the registry that go by other agencies be decided one after another, on all
 * nodes, each up to its commit. Whoever waits holds nothing: agencies are loaded afterwards.
 */
@Component
final class RegistryTurns implements MessageHandlerInterceptor<CommandMessage<?>> {
  private final JdbcClient jdbc;

  RegistryTurns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    if (unitOfWork.getMessage().getPayload() instanceof RegistryChange) {
      jdbc.sql("select pg_advisory_xact_lock(hashtextextended('registry of agencies', 0))")
          .query((row, number) -> number)
          .single();
    }
    return chain.proceed();
  }
}
