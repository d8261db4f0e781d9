package plantrail.platform.messaging;

import io.axoniq.axonserver.grpc.control.NodeInfo;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import plantrail.platform.problem.Texts;

/**
 * Waits for Axon Server before anything is started that needs it, and refuses the start if it does
 * not come. Axon itself would give up within seconds, without naming the cause.
 */
@Component
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
public class AxonServerConnection implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(AxonServerConnection.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int CONNECT_MILLIS = 2_000;

  private final AxonServerConfiguration servers;
  private final Texts texts;
  private final Duration patience;
  private volatile boolean running;

  /**
   * @param patience how long to wait at most
   */
  public AxonServerConnection(
      AxonServerConfiguration servers,
      MessageSource messages,
      @Value("${plantrail.axon-server.patience:60s}") Duration patience) {
    this.servers = servers;
    this.texts = new Texts(messages);
    this.patience = patience;
  }

  @Override
  public void start() {
    long end = System.nanoTime() + patience.toNanos();
    boolean told = false;
    while (servers.routingServers().stream().noneMatch(AxonServerConnection::answers)) {
      if (System.nanoTime() - end >= 0) {
        throw new AxonServerUnreachable(
            text(Texts.VIETNAMESE) + System.lineSeparator() + text(Locale.ENGLISH));
      }
      if (!told) {
        log.warn("{}", text(Locale.ENGLISH));
        told = true;
      }
      pause();
    }
    running = true;
  }

  private static boolean answers(NodeInfo server) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(server.getHostName(), server.getGrpcPort()), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String text(Locale locale) {
    List<String> addresses =
        servers.routingServers().stream()
            .map(server -> server.getHostName() + ":" + server.getGrpcPort())
            .toList();
    return texts.of(locale, "start.no-axon-server", String.join(", ", addresses));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before everything that talks to Axon Server. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
