package plantrail.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * A PostgreSQL that lives in a folder and in this process's care, unless a profile names another
 * database. Commits are durable; a kill loses nothing that was acknowledged.
 */
final class EmbeddedDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (context.getEnvironment().acceptsProfiles(Profiles.of("postgres | axon-server"))) {
      return;
    }
    Path folder =
        Path.of(context.getEnvironment().getProperty("plantrail.data-folder", ".plantrail"))
            .toAbsolutePath()
            .normalize();
    FileChannel lock = lock(folder);
    EmbeddedPostgres postgres = start(folder);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "embedded-database",
                Map.of(
                    "spring.datasource.url",
                    postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true",
                    "plantrail.data-folder",
                    folder.toString())));
    context.addApplicationListener(
        (ApplicationListener<ContextClosedEvent>)
            event -> {
              if (event.getApplicationContext().equals(context)) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres, lock)));
              }
            });
  }

  /** The lock is the operating system's: it goes with the process, however that ends. */
  private static FileChannel lock(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new StartRefused("start.folder-in-use", folder);
      }
      return channel;
    } catch (IOException e) {
      throw new StartRefused("start.folder-not-writable", folder, String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static EmbeddedPostgres start(Path folder) {
    Path data = folder.resolve("postgres");
    stopOrphan(data);
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setPGStartupWait(LONGEST_START)
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("shared_buffers", "256MB")
          .setServerConfig("idle_in_transaction_session_timeout", "60s")
          .start();
    } catch (IOException | IllegalStateException e) {
      throw new StartRefused("start.database-failed", folder, String.valueOf(e.getMessage()));
    }
  }

  /** A PostgreSQL whose PlanTrail was killed still runs; it is stopped before it starts anew. */
  private static void stopOrphan(Path data) {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
      ProcessHandle orphan = ProcessHandle.of(pid).orElse(null);
      if (orphan == null || !orphan.info().command().orElse("").endsWith("postgres")) {
        return;
      }
      orphan.destroy();
      orphan.onExit().get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new StartRefused("start.database-failed", data, String.valueOf(e.getMessage()));
    }
  }

  private static void close(EmbeddedPostgres postgres, FileChannel lock) {
    try {
      postgres.close();
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
