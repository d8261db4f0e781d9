package plantrail.kernel.attachment;

/**
 * A file that an event refers to. The file itself is kept beside the log, under its hash.
 *
 * @param hash SHA-256 of its content, 64 lower-case hexadecimal digits
 * @param name file name as it was given
 * @param type media type as its content shows
 */
public record Attachment(String hash, String name, String type) {}
