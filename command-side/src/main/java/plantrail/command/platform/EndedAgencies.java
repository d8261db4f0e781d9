package plantrail.command.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.agency.Reorganisation;
import plantrail.command.agency.domain.Agency;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.platform.messaging.ActorMetadata;
import plantrail.platform.time.EventClock;

/**
 * Refuses with AGENCY_ENDED whatever is given for an agency after its last day, by the local day of
 * recording, in one's own right or by mandate. What happened while the agency was there is recorded
 * by whoever took over from it, with the day on which it happened.
 *
 * <p>Agencies are remembered for a few seconds, for not every command shall read a record more: an
 * end counts at once where it is recorded, on another node no later than that.
 */
@Component
final class EndedAgencies implements MessageHandlerInterceptor<CommandMessage<?>> {
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final Agencies agencies;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * An agency as it was read.
   *
   * @param readAt as {@link System#nanoTime} counts
   */
  private record Known(Agency agency, long readAt) {}

  EndedAgencies(Agencies agencies, EventClock clock) {
    this.agencies = agencies;
    this.clock = clock;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    CommandMessage<?> message = unitOfWork.getMessage();
    Actor actor = ActorMetadata.read(message.getMetaData());
    if (actor.role() == Role.OFFICIAL && actor.agency() != null) {
      refuseIfEnded(actor.agency());
    }
    if (message.getPayload() instanceof Reorganisation) {
      unitOfWork.afterCommit(done -> known.clear());
    }
    return chain.proceed();
  }

  private void refuseIfEnded(String code) {
    Agency agency = agency(code);
    LocalDate last = agency == null ? null : agency.lastDay();
    if (agency == null || last == null || !LocalTime.dayOf(clock.instant()).isAfter(last)) {
      return;
    }
    AgencyEnding ending = agency.ending();
    throw ending == null
        ? Refusal.of(RefusalCode.AGENCY_ENDED, "refusal.agency-ended", code, last.toString())
        : Refusal.of(
            RefusalCode.AGENCY_ENDED,
            "refusal.agency-succeeded",
            code,
            last.toString(),
            String.join(", ", ending.successors()));
  }

  private @Nullable Agency agency(String code) {
    long now = System.nanoTime();
    Known before = known.get(code);
    if (before != null && now - before.readAt() < KEPT.toNanos()) {
      return before.agency();
    }
    Agency agency = agencies.agency(code);
    if (agency != null) {
      known.put(code, new Known(agency, now));
    }
    return agency;
  }
}
