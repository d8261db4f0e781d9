package plantrail.query.platform;

import java.util.Objects;
import org.springframework.http.ResponseEntity;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;

/** Answers with an ETag, so that what has not changed need not be sent again. */
public final class Tagged {
  private Tagged() {}

  /** An answer that depends on the log up to its position, the day and the reader, and no more. */
  public static <A> ResponseEntity<A> answer(A answer, AsOf asOf, Actor reader) {
    String tag =
        "W/\"%d-%s-%08x\""
            .formatted(
                asOf.position(),
                LocalTime.dayOf(asOf.time()),
                Objects.hash(reader.person(), reader.agency(), reader.role().name()));
    return ResponseEntity.ok().eTag(tag).body(answer);
  }
}
