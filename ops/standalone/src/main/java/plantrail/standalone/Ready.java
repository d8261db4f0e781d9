package plantrail.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import plantrail.platform.problem.Texts;

/** Tells where the system is to be found and where its data lie. */
@Component
class Ready {
  private static final Logger log = LoggerFactory.getLogger(Ready.class);

  private final Texts texts;

  Ready(Texts texts) {
    this.texts = texts;
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void tell(ApplicationReadyEvent event) {
    Environment environment = event.getApplicationContext().getEnvironment();
    String address =
        "http://%s:%s/"
            .formatted(
                environment.getProperty("server.address"),
                environment.getProperty("local.server.port"));
    String folder = environment.getProperty(EmbeddedDatabase.IN_USE);
    // What stands behind the question mark of an address may be a password.
    String data =
        folder == null
            ? environment.getRequiredProperty("spring.datasource.url").replaceFirst("\\?.*", "")
            : folder;
    log.info(texts.of(Texts.VIETNAMESE, "start.ready", address, data));
  }
}
