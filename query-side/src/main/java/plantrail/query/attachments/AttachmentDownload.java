package plantrail.query.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.attachment.Attachment;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.platform.attachment.AttachmentStore;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** Files over HTTP: always to be saved, never to be shown as a page of ours. */
@RestController
class AttachmentDownload {
  private final Queries queries;
  private final AttachmentStore files;

  AttachmentDownload(Queries queries, AttachmentStore files) {
    this.queries = queries;
    this.files = files;
  }

  @GetMapping("/api/attachments/{hash}")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  void getAttachment(
      Actor reader,
      @ParameterObject When when,
      @PathVariable String hash,
      @RequestParam String subject,
      HttpServletResponse response)
      throws IOException {
    Attachment named =
        queries.ask(new GetAttachment(reader, when, subject, hash), Attachment.class);
    AttachmentStore.Kept file = files.find(hash).orElseThrow(() -> Refusal.notFound(hash));
    response.setContentType(file.type());
    response.setContentLengthLong(file.size());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(named.name(), UTF_8).build().toString());
    files.write(file, response.getOutputStream());
  }
}
