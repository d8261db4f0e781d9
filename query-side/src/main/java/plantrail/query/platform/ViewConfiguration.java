package plantrail.query.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import plantrail.platform.schema.MigratedSchema;

/** The projections' tables. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

  @Bean
  static MigratedSchema viewSchema() {
    return new MigratedSchema("view", "classpath:db/view", 1);
  }
}
