package plantrail.platform.attachment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import plantrail.platform.schema.MigratedSchema;

/** The table of the files: both sides have it, whichever starts first. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

  @Bean
  static MigratedSchema attachmentSchema() {
    return new MigratedSchema("attachment", "classpath:db/attachment", 1);
  }
}
