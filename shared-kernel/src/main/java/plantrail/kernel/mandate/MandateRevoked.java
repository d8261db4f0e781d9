package plantrail.kernel.mandate;

import org.axonframework.serialization.Revision;

/**
 * A mandate was taken back before its last day; it counts no more from that moment on.
 *
 * @param reason why
 */
@Revision("1")
public record MandateRevoked(String mandateId, String reason) implements MandateEvent {}
