package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CompletionException;
import org.axonframework.common.lock.DeadlockException;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  private static Throwable saidByAxonServer(Status status, String code) {
    Metadata trailers = new Metadata();
    trailers.put(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER), code);
    return new CompletionException(status.asRuntimeException(trailers));
  }

  @Test
  void anEventNumberThatIsTakenInAxonServerIsALostRaceAndNothingElseItSays() {
    assertThat(Refusals.isLostRace(saidByAxonServer(Status.OUT_OF_RANGE, "AXONIQ-2000"))).isTrue();
    assertThat(Refusals.isLostRace(saidByAxonServer(Status.OUT_OF_RANGE, "AXONIQ-2001"))).isFalse();
    assertThat(Refusals.isLostRace(Status.UNAVAILABLE.asRuntimeException())).isFalse();
  }

  @Test
  void whoeverCouldNotWaitForAnotherIsHeldUpAndNobodyElse() {
    DeadlockException deadlock = new DeadlockException("each waits for the other");
    assertThat(Refusals.isHeldUp(new CompletionException(deadlock))).isTrue();
    assertThat(Refusals.isHeldUp(new CompletionException(new IllegalStateException()))).isFalse();
  }
}
