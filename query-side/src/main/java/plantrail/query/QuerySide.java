package plantrail.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The query side as an application of its own. */
@SpringBootApplication(scanBasePackages = {"plantrail.query", "plantrail.platform"})
public class QuerySide {
  public static void main(String[] arguments) {
    System.setProperty("spring.config.name", "query-side");
    SpringApplication.run(QuerySide.class, arguments);
  }
}
