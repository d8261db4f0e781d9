package plantrail.command.platform;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import plantrail.platform.schema.MigratedSchema;

/** What the command side keeps in the database for itself. */
@Configuration(proxyBeanMethods = false)
class CommandSideConfiguration {

  @Bean
  @Qualifier("localSegment")
  CommandBus commandBus(
      TransactionManager transactions,
      org.axonframework.config.Configuration axon,
      DuplicateCommandHandlerResolver duplicates,
      RecentAggregates recent,
      Refusals refusals,
      EndedAgencies endedAgencies,
      StatedDays statedDays,
      MandateScope mandateScope,
      RegistryTurns registryTurns,
      MeterRegistry meters) {
    CommandBus bus =
        new LocalCommandBus(
            SimpleCommandBus.builder()
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class)),
            recent,
            refusals,
            meters);
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
    bus.registerHandlerInterceptor(mandateScope);
    bus.registerHandlerInterceptor(endedAgencies);
    bus.registerHandlerInterceptor(statedDays);
    bus.registerHandlerInterceptor(registryTurns);
    return bus;
  }

  @Bean
  static MigratedSchema commandSchema() {
    return new MigratedSchema("command", "classpath:db/command", 1);
  }
}
