package plantrail.kernel.message;

import java.util.List;

/**
 * A decision's "no": nothing was changed. It carries a stable code and the key of a message that
 * says what was expected and what is the case; the text itself stands in the message files.
 *
 * <p>An argument that begins with {@code @} names another message (a state, a step); several,
 * separated by commas, make a list: {@code "@state.task.ASSIGNED,@state.task.RETURNED"}. An ISO
 * date is shown in the reader's form.
 */
public final class Refusal extends RuntimeException {
  private final RefusalCode code;
  private final String messageKey;
  private final List<String> arguments;
  private final List<FieldError> errors;

  public Refusal(
      RefusalCode code, String messageKey, List<String> arguments, List<FieldError> errors) {
    super(code + " " + messageKey + " " + arguments + (errors.isEmpty() ? "" : " " + errors));
    this.code = code;
    this.messageKey = messageKey;
    this.arguments = List.copyOf(arguments);
    this.errors = List.copyOf(errors);
  }

  public static Refusal of(RefusalCode code, String messageKey, String... arguments) {
    return new Refusal(code, messageKey, List.of(arguments), List.of());
  }

  /** Refuses for all faulty fields at once. */
  public static Refusal invalid(List<FieldError> errors) {
    return new Refusal(RefusalCode.INVALID_ARGUMENT, "refusal.invalid-argument", List.of(), errors);
  }

  /** The answer to a command that names something unknown. */
  public static Refusal notFound(String id) {
    return of(RefusalCode.NOT_FOUND, "refusal.not-found", id);
  }

  /** Refuses if there is any faulty field; returns otherwise. */
  public static void ifAny(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw invalid(errors);
    }
  }

  public RefusalCode code() {
    return code;
  }

  public String messageKey() {
    return messageKey;
  }

  public List<String> arguments() {
    return arguments;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** What of the refusal travels between processes, where exceptions lose their class. */
  public Details details() {
    return new Details(code, messageKey, arguments, errors);
  }

  /** A refusal as data. */
  public record Details(
      RefusalCode code, String messageKey, List<String> arguments, List<FieldError> errors) {
    public Refusal toRefusal() {
      return new Refusal(code, messageKey, arguments, errors);
    }
  }
}
