package plantrail.standalone;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL whose programs, data, password and log lie in one folder. It listens on this machine
 * alone, its commits are durable, and whatever a kill leaves behind at any moment, the next start
 * goes on from there.
 */
final class PostgresServer implements AutoCloseable {
  static final String USER = "postgres";
  private static final String PROGRAMS = "/postgres-linux-x86_64.txz";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final int PASSWORD_BYTES = 24;
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(25);

  private final Path folder;
  private final Path data;
  private final Path programs;

  private PostgresServer(Path folder) {
    this.folder = folder;
    this.data = folder.resolve("postgres");
    this.programs = folder.resolve("programs");
  }

  /** Where a started server is to be found. */
  record Address(String url, String password) {}

  /** The server of that folder, not yet started. */
  static PostgresServer in(Path folder) {
    return new PostgresServer(folder);
  }

  /** Starts it, and makes first whatever is not there yet. */
  Address start() throws IOException, InterruptedException {
    Files.deleteIfExists(log());
    unpack();
    close();
    makePassword();
    initialise();
    int port = freePort();
    Process server =
        run(
            programs.resolve("bin/postgres"),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "full_page_writes=on",
            "-c",
            "shared_buffers=256MB",
            "-c",
            "timezone=UTC",
            "-c",
            "idle_in_transaction_session_timeout=60s");
    Address address =
        new Address(
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", Files.readString(password()));
    awaitAnswer(server, address);
    return address;
  }

  /** Unpacked beside and then moved, so that it is there as a whole or not at all. */
  private void unpack() throws IOException {
    if (Files.exists(programs)) {
      return;
    }
    Path half = folder.resolve("programs.half");
    FileSystemUtils.deleteRecursively(half);
    try (InputStream packed =
            Objects.requireNonNull(PostgresServer.class.getResourceAsStream(PROGRAMS), PROGRAMS);
        TarArchiveInputStream archive =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        unpack(entry, archive, half.resolve(entry.getName()));
      }
    }
    Files.move(half, programs, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private void initialise() throws IOException, InterruptedException {
    if (Files.exists(data)) {
      return;
    }
    Path half = folder.resolve("postgres.half");
    FileSystemUtils.deleteRecursively(half);
    Process made =
        run(
            programs.resolve("bin/initdb"),
            "-D",
            half.toString(),
            "-U",
            USER,
            "--pwfile=" + password(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    if (made.waitFor() != 0) {
      throw new IOException(lastWords());
    }
    Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path password() {
    return folder.resolve("password");
  }

  private void makePassword() throws IOException {
    if (Files.exists(password())) {
      return;
    }
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Path half = folder.resolve("password.half");
    Files.deleteIfExists(half);
    Files.createFile(half, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(half, HexFormat.of().formatHex(random));
    Files.move(half, password(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer(Process server, Address address)
      throws IOException, InterruptedException {
    Instant latest = Instant.now().plus(LONGEST_START);
    while (server.isAlive() && Instant.now().isBefore(latest)) {
      try (Connection _ = DriverManager.getConnection(address.url(), USER, address.password())) {
        return;
      } catch (SQLException notYet) {
        Thread.sleep(POLL);
      }
    }
    throw new IOException(lastWords());
  }

  /** Stops it, or the one that a killed PlanTrail has left behind; returns when it is down. */
  @Override
  public void close() throws IOException, InterruptedException {
    if (isRunning()) {
      run(
              programs.resolve("bin/pg_ctl"),
              "stop",
              "-D",
              data.toString(),
              "-m",
              "fast",
              "-w",
              "-t",
              Long.toString(LONGEST_STOP.toSeconds()))
          .waitFor(LONGEST_STOP.toSeconds() + 1, TimeUnit.SECONDS);
      if (isRunning()) {
        throw new IOException(lastWords());
      }
    }
  }

  /** Its number may by now be that of another program, which is not ours to stop. */
  private boolean isRunning() throws IOException {
    Path note = data.resolve("postmaster.pid");
    if (!Files.exists(note)) {
      return false;
    }
    long pid = Long.parseLong(Files.readAllLines(note).getFirst().trim());
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("/postgres"))
        .isPresent();
  }

  /**
   * Runs one of its programs in a session of its own, so that a Ctrl-C does not take the database
   * away from a system that is still finishing its work; and as nobody when we are root, which it
   * would refuse.
   */
  private Process run(Path program, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add("setsid");
    if ("root".equals(System.getProperty("user.name"))) {
      line.addAll(List.of("unshare", "--user"));
    }
    line.add(program.toString());
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private Path log() {
    return folder.resolve("postgres.log");
  }

  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log());
    return lines.isEmpty() ? log().toString() : lines.getLast().strip();
  }
}
