package plantrail.standalone;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** The whole system in one JVM, with a PostgreSQL of its own. */
@SpringBootApplication(
    scanBasePackages = {
      "plantrail.command",
      "plantrail.query",
      "plantrail.platform",
      "plantrail.standalone"
    })
public class PlanTrail {

  public static void main(String[] arguments) {
    try {
      application().run(arguments);
    } catch (StartRefused told) {
      System.exit(1);
    }
  }

  /** The application, ready to be run. */
  public static SpringApplication application() {
    SpringApplication application = new SpringApplication(PlanTrail.class);
    application.addListeners(
        (ApplicationListener<ApplicationEnvironmentPreparedEvent>)
            event -> checkPort(event.getEnvironment()));
    application.addInitializers(new EmbeddedDatabase());
    return application;
  }

  private static void checkPort(Environment environment) {
    int port = environment.getProperty("server.port", Integer.class, 8080);
    String address = environment.getProperty("server.address", "127.0.0.1");
    if (port == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (BindException e) {
      // Of another machine's address and of a reserved port the system says so in words only.
      boolean inUse = String.valueOf(e.getMessage()).contains("in use");
      throw new StartRefused(
          inUse ? "start.port-in-use" : "start.port-not-usable",
          address,
          Integer.toString(port),
          String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new StartRefused(
          "start.port-not-usable", address, Integer.toString(port), String.valueOf(e.getMessage()));
    }
  }
}
