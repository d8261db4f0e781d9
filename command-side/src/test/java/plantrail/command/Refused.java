package plantrail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/** Expects a refusal. */
public final class Refused {
  private Refused() {}

  public static Refusal with(RefusalCode code, ThrowingCallable decision) {
    Refusal refusal = catchThrowableOfType(Refusal.class, decision);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    return refusal;
  }

  /** Expects a refusal for exactly these fields. */
  public static void forFields(ThrowingCallable decision, String... fields) {
    assertThat(with(RefusalCode.INVALID_ARGUMENT, decision).errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder(fields);
  }
}
