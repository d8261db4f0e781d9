package plantrail.query.attachments;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/**
 * One file of a subject. Answered with an {@link plantrail.kernel.attachment.Attachment}.
 *
 * @param subject identifier of the task or report to which it belongs
 * @param hash SHA-256 of its content
 */
public record GetAttachment(Actor reader, When when, String subject, String hash) {}
