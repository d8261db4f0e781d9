package plantrail.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * A PostgreSQL that lives in a folder and in this process's care, unless a profile names another
 * database. Commits are durable; a kill loses nothing that was acknowledged.
 */
final class EmbeddedDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /** The property that tells in which folder the data lie, if they lie in one. */
  static final String IN_USE = "plantrail.data-folder-in-use";

  /** What names another database. */
  private static final List<String> OPERATORS =
      List.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (context.getEnvironment().acceptsProfiles(Profiles.of("postgres | axon-server"))) {
      demandTheOperators(context.getEnvironment());
      return;
    }
    Path folder =
        Path.of(context.getEnvironment().getProperty("plantrail.data-folder", ".plantrail"))
            .toAbsolutePath()
            .normalize();
    PostgresServer.Address address = start(folder, lock(folder));
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "embedded-database",
                Map.of(
                    "spring.datasource.url",
                    address.url() + "?reWriteBatchedInserts=true",
                    "spring.datasource.username",
                    PostgresServer.USER,
                    "spring.datasource.password",
                    address.password(),
                    IN_USE,
                    folder.toString())));
  }

  /** Refuses unless the operator's database is named: what is not set stands there unresolved. */
  private static void demandTheOperators(Environment environment) {
    // The environment itself would throw for the first of them.
    Binder settings = Binder.get(environment);
    List<String> missing =
        OPERATORS.stream()
            .map(setting -> settings.bind(setting, String.class).orElse("${" + setting + "}"))
            .filter(value -> value.startsWith("${"))
            .map(value -> value.substring(2, value.length() - 1))
            .toList();
    if (!missing.isEmpty()) {
      throw new StartRefused("start.database-not-named", String.join(", ", missing));
    }
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

  private static PostgresServer.Address start(Path folder, FileChannel lock) {
    PostgresServer server = PostgresServer.in(folder);
    // After everything that uses it has been closed.
    SpringApplication.getShutdownHandlers().add(() -> stop(server, lock));
    try {
      return server.start();
    } catch (IOException e) {
      throw new StartRefused("start.database-failed", folder, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stop(PostgresServer server, FileChannel lock) {
    try (lock) {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
