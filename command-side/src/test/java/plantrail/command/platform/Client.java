package plantrail.command.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import plantrail.command.Command;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends commands as JSON to the endpoint for them, with an Idempotency-Key, as whoever may have to
 * send one again. Only the way over the wire and who it is are left out.
 */
public final class Client {
  private final CommandEndpoint endpoint;
  private final ObjectMapper json;

  public Client(BeanFactory node) {
    endpoint = node.getBean(CommandEndpoint.class);
    json = node.getBean(ObjectMapper.class);
  }

  /** The answer as it is sent. */
  public record Answer(int status, String body) {}

  /** Sends a command with that key, saying why it is told only now. */
  public Answer send(Command command, Actor actor, @Nullable String key, String backdatingReason) {
    ObjectNode body = json.valueToTree(command);
    body.put("backdatingReason", backdatingReason);
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContent(json.writeValueAsBytes(body));
    try {
      ResponseEntity<?> answer =
          endpoint.giveCommand(
              CommandRegistry.nameOf(command.getClass()), key, actor, request, Locale.ENGLISH);
      return new Answer(answer.getStatusCode().value(), String.valueOf(answer.getBody()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came of a command that was done. */
  public Outcome outcome(Answer answer) {
    return json.readValue(answer.body(), Outcome.class);
  }
}
