package plantrail.standalone.sample;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import plantrail.platform.schema.MigratedSchema;

/** Where the sample notes how far it has been played. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("plantrail.sample.enabled")
class SampleConfiguration {

  @Bean
  static MigratedSchema sampleSchema() {
    return new MigratedSchema("sample", "classpath:db/sample", 2);
  }
}
