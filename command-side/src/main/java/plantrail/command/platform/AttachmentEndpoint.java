package plantrail.command.platform;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.platform.attachment.AttachmentStore;
import plantrail.platform.attachment.ContentType;
import plantrail.platform.docs.Refuses;
import plantrail.platform.problem.Problems;

/**
 * Takes a file that a later command refers to by its hash. The file is the whole body; its type is
 * told by its content, not by what the sender calls it.
 */
@RestController
class AttachmentEndpoint {
  private final AttachmentStore files;
  private final Problems problems;

  AttachmentEndpoint(AttachmentStore files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /**
   * Keeps the file.
   *
   * @param hash its SHA-256 if the sender knows it; something else that arrives is refused
   */
  @PostMapping(path = "/api/attachments", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Refuses("BODY_TOO_LARGE")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AttachmentStore.Kept.class)))
  ResponseEntity<?> keepAttachment(
      Actor actor,
      @RequestParam(required = false) @Nullable String hash,
      HttpServletRequest request,
      Locale locale)
      throws IOException {
    if (actor.role() != Role.OFFICIAL) {
      return Problems.answer(problems.of("NOT_PERMITTED", locale));
    }
    Path spooled = Files.createTempFile("attachment", null);
    try {
      MessageDigest digest = sha256();
      long size = spool(new DigestInputStream(request.getInputStream(), digest), spooled);
      if (size > AttachmentStore.LARGEST) {
        return Problems.answer(
            problems.of("BODY_TOO_LARGE", locale, Integer.toString(AttachmentStore.LARGEST_MIB)));
      }
      String found = HexFormat.of().formatHex(digest.digest());
      Optional<String> type = ContentType.of(spooled);
      new Check()
          .that(hash == null || hash.equals(found), "hash", "field.other-content", found)
          .that(size > 0, "content", "field.empty-file")
          .that(size == 0 || type.isPresent(), "content", "field.file-type")
          .done();
      AttachmentStore.Kept kept = new AttachmentStore.Kept(found, type.orElseThrow(), size);
      try (InputStream content = Files.newInputStream(spooled)) {
        files.keep(kept, content, actor);
      }
      return ResponseEntity.ok(kept);
    } finally {
      Files.delete(spooled);
    }
  }

  /** Copies the body, but not more of it than one byte too many. */
  private static long spool(InputStream body, Path to) throws IOException {
    byte[] some = new byte[8192];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      int read = body.read(some);
      while (read >= 0 && size <= AttachmentStore.LARGEST) {
        out.write(some, 0, read);
        size += read;
        read = body.read(some);
      }
    }
    return size;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
