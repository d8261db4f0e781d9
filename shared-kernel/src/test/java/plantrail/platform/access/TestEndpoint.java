package plantrail.platform.access;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.grpc.Status;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/** What an endpoint may do: answer, refuse, fail. */
@RestController
class TestEndpoint {
  static final String SECRET = "select password from plantrail.secret.Table";

  @PostMapping(path = "/api/test/change", consumes = "application/json")
  Map<String, String> change(@RequestBody Map<String, String> body) {
    return body;
  }

  @GetMapping("/page")
  String page() {
    return "a page";
  }

  @GetMapping("/api/test/count")
  int count(@RequestParam int number) {
    return number;
  }

  @GetMapping("/api/test/refuse/{code}")
  void refuse(@PathVariable RefusalCode code) {
    throw new Refusal(
        code,
        "refusal.not-found",
        List.of(LocalDate.of(2024, 2, 28).toString()),
        List.of(FieldError.of("number", "parameter.unreadable", "@role.OFFICIAL")));
  }

  @GetMapping("/api/test/refuse-inside")
  void refuseInside() {
    throw new CompletionException(Refusal.notFound("x"));
  }

  @GetMapping("/api/test/fail")
  void fail() throws IOException {
    throw new IOException(SECRET);
  }

  @GetMapping("/api/test/outage/{of}")
  void lose(@PathVariable String of) {
    throw new CompletionException(
        switch (of) {
          case "database" -> new CannotGetJdbcConnectionException("no connection");
          case "pool" ->
              new EventStoreException("no event", new SQLTransientConnectionException("timeout"));
          case "statement" ->
              new EventStoreException("no event", new SQLException("lost", "08006"));
          case "event-store" ->
              new EventStoreException("no event", Status.UNAVAILABLE.asRuntimeException());
          case "command-side" -> new NoHandlerForCommandException("no handler");
          default -> new AxonServerException(ErrorCategory.COMMAND_DISPATCH_ERROR, "lost", "here");
        });
  }

  @GetMapping("/fail")
  void failAsPage() throws IOException {
    throw new IOException(SECRET);
  }
}
