package plantrail.command.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import plantrail.platform.schema.MigratedSchema;

/** What the command side keeps in the database for itself. */
@Configuration(proxyBeanMethods = false)
class CommandSideConfiguration {

  @Bean
  static MigratedSchema commandSchema() {
    return new MigratedSchema("command", "classpath:db/command", 1);
  }
}
