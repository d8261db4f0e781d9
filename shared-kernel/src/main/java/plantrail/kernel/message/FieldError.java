package plantrail.kernel.message;

import java.util.List;

/**
 * One faulty field of a command.
 *
 * @param field path of the field as the client wrote it, for example {@code items[3].outline}
 * @param message key of the message that says what was expected and what is the case
 * @param arguments the message's arguments, as in {@link Refusal#arguments()}
 */
public record FieldError(String field, String message, List<String> arguments) {
  public FieldError {
    arguments = List.copyOf(arguments);
  }

  public static FieldError of(String field, String message, String... arguments) {
    return new FieldError(field, message, List.of(arguments));
  }
}
