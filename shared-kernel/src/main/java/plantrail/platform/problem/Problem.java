package plantrail.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type URN of the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what was expected and what is the case
 * @param code the stable code that clients rely on
 * @param errors the faulty fields, all of them at once; null if the problem is of another kind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable List<Fault> errors) {

  /**
   * One faulty field.
   *
   * @param field path of the field as the client wrote it
   * @param message what was expected and what is the case
   */
  public record Fault(String field, String message) {}
}
