package plantrail.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command side as an application of its own. */
@SpringBootApplication(scanBasePackages = {"plantrail.command", "plantrail.platform"})
public class CommandSide {
  public static void main(String[] arguments) {
    System.setProperty("spring.config.name", "command-side");
    SpringApplication.run(CommandSide.class, arguments);
  }
}
