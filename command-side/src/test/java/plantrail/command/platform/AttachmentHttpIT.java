package plantrail.command.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.DutyRole;
import plantrail.platform.access.Accounts;
import plantrail.platform.attachment.AttachmentStore;

class AttachmentHttpIT extends CommandSideTest {
  private static final byte[] PDF = "%PDF-1.7 Kế hoạch".getBytes(UTF_8);

  @Autowired private AttachmentStore files;
  @Autowired private Accounts accounts;

  private static String hash(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private static byte[] archive(String... namesAndContents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(int... each) {
    byte[] bytes = new byte[each.length];
    for (int i = 0; i < each.length; i++) {
      bytes[i] = (byte) each[i];
    }
    return bytes;
  }

  @Test
  void aFileIsKeptUnderTheHashOfItsContentWithTheTypeThatItsContentShows() throws Exception {
    Answer answer = upload("HGI.024", "?hash=" + hash(PDF), PDF);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("hash").asString()).isEqualTo(hash(PDF));
    assertThat(answer.json().path("type").asString()).isEqualTo("application/pdf");
    assertThat(answer.json().path("size").asInt()).isEqualTo(PDF.length);
    assertThat(upload("HGI.026", "", PDF).json()).isEqualTo(answer.json());
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    files.write(files.find(hash(PDF)).orElseThrow(), read);
    assertThat(read.toByteArray()).isEqualTo(PDF);
  }

  @Test
  void documentsImagesTextAndArchivesAreTaken() {
    Map<String, byte[]> taken =
        Map.of(
            "image/png",
            bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0),
            "image/jpeg",
            bytes(0xff, 0xd8, 0xff, 0xe0),
            "text/plain",
            "Họ và tên;Số hồ sơ\n".getBytes(UTF_8),
            "application/zip",
            archive("anh.txt", "ảnh"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            archive("[Content_Types].xml", "<x/>", "word/document.xml", "<x/>"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            archive("[Content_Types].xml", "<x/>", "xl/workbook.xml", "<x/>"),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            archive("[Content_Types].xml", "<x/>", "ppt/presentation.xml", "<x/>"),
            "application/vnd.oasis.opendocument.text",
            archive("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>"));
    taken.forEach((type, content) -> {
      Answer answer = upload("HGI.024", "", content);
      assertThat(answer.status()).as(type).isEqualTo(200);
      assertThat(answer.json().path("type").asString()).isEqualTo(type);
    });
  }

  @Test
  void programsMacrosAndWhatIsUnknownAreRefusedWhateverTheyAreCalled() {
    List<byte[]> refused =
        List.of(
            bytes('M', 'Z', 0x90, 0),
            bytes(0x7f, 'E', 'L', 'F', 2),
            "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8),
            archive("word/document.xml", "<x/>", "word/vbaProject.bin", "x"),
            archive("META-INF/MANIFEST.MF", "Main-Class: X"),
            archive("readme.txt", "x", "setup.pdf", "MZ\u0090"),
            bytes('P', 'K', 3, 4, 1, 2, 3),
            bytes(0, 1, 2, 3),
            bytes('a', 0xff, 'b'));
    for (byte[] content : refused) {
      Answer answer = upload("HGI.024", "", content);
      assertThat(answer.status()).as(new String(content, UTF_8)).isEqualTo(400);
      assertThat(answer.faultyFields()).containsExactly("content");
    }
  }

  @Test
  void emptyTooLargeAndOtherContentThanStatedAreRefused() throws Exception {
    assertThat(upload("HGI.024", "", new byte[0]).faultyFields()).containsExactly("content");
    Answer large = upload("HGI.024", "", new byte[AttachmentStore.LARGEST + 1]);
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.code()).isEqualTo("BODY_TOO_LARGE");
    Answer other = upload("HGI.024", "?hash=" + hash(new byte[1]), PDF);
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.faultyFields()).containsExactly("hash");
  }

  @Test
  void theLargestFileIsTakenAndReadBackWhole() throws Exception {
    byte[] content = new byte[AttachmentStore.LARGEST];
    java.util.Arrays.fill(content, (byte) 'a');
    new java.util.Random(1)
        .ints(content.length / 100, 0, content.length)
        .forEach(i -> content[i] = 'b');
    assertThat(upload("HGI.024", "", content).status()).isEqualTo(200);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    files.write(files.find(hash(content)).orElseThrow(), read);
    assertThat(read.toByteArray()).isEqualTo(content);
  }

  @Test
  void onlyOfficialsUpload() {
    for (Role role : Role.values()) {
      if (role != Role.SYSTEM) {
        String user = "uploads." + role;
        accounts.create(
            new Accounts.New(
                user, "Bà " + role, role, role == Role.OFFICIAL ? List.of("HGI.024") : List.of()),
            PASSWORD);
        Answer answer = upload(user, "", PDF);
        assertThat(answer.status()).as(user).isEqualTo(role == Role.OFFICIAL ? 200 : 403);
        if (role != Role.OFFICIAL) {
          assertThat(answer.code()).as(user).isEqualTo("NOT_PERMITTED");
        }
      }
    }
    assertThat(upload("nobody", "", PDF).status()).isEqualTo(401);
    Answer json = send("POST", "/api/attachments", "HGI.024", "{}");
    assertThat(json.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void whatIsCalledAFormIsRefusedInWordsEvenIfItIsNone() {
    byte[] file = "%PDF-1.7 %zz=%&\u1ebf%".getBytes(UTF_8);
    Answer form = upload("HGI.024", "", file, "application/x-www-form-urlencoded");
    assertThat(form.status()).isEqualTo(415);
    assertThat(form.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    assertThat(form.json().path("detail").asString()).contains("application/octet-stream");
    assertThat(upload("nobody", "", file, "application/x-www-form-urlencoded").status())
        .isEqualTo(401);
  }

  @Test
  void aResultNamesFilesThatWereUploaded() throws Exception {
    AssignTask assign = assigned("732");
    upload("HGI.024", "", PDF);
    Answer refused =
        give(
            "submit-task-result",
            "HGI.024",
            Map.of(
                "taskId",
                assign.taskId().value(),
                "result",
                "Xong",
                "attachments",
                List.of(
                    Map.of("hash", hash(new byte[] {7}), "name", "a.pdf"),
                    Map.of("hash", hash(PDF), "name", "../a.pdf"))));
    assertThat(refused.faultyFields())
        .containsExactly("attachments[0].hash", "attachments[1].name");
    Answer given =
        give(
            "submit-task-result",
            "HGI.024",
            Map.of(
                "taskId",
                assign.taskId().value(),
                "result",
                "Xong",
                "attachments",
                List.of(Map.of("hash", hash(PDF), "name", "Kế hoạch.pdf"))));
    assertThat(given.status()).isEqualTo(200);
    assertThat(
            jdbc.sql(
                    """
                    select payload->'attachments'->0->>'type' from store.event
                     where aggregate_id = ? and name = 'task-result-submitted'
                    """)
                .param(assign.taskId().value())
                .query(String.class)
                .single())
        .isEqualTo("application/pdf");
  }

  @Test
  void whoeverOnlyKnowsAFilesHashDoesNotNameItUntilTheyUploadItThemselves() throws Exception {
    byte[] content = "%PDF-1.7 Biên bản của Hà Giang".getBytes(UTF_8);
    AssignTask assign = assigned("733");
    Map<String, Object> progress =
        Map.of(
            "taskId",
            assign.taskId().value(),
            "percent",
            10,
            "attachments",
            List.of(Map.of("hash", hash(content), "name", "a.pdf")));
    assertThat(upload("HGI.026", "", content).status()).isEqualTo(200);
    assertThat(give("report-progress", "HGI.024", progress).faultyFields())
        .containsExactly("attachments[0].hash");
    assertThat(upload("HGI.024", "", content).status()).isEqualTo(200);
    assertThat(give("report-progress", "HGI.024", progress).status()).isEqualTo(200);
  }

  private AssignTask assigned(String number) {
    Given.issue(commands, Given.issuePlan(number));
    AssignTask assign =
        new AssignTask(
            Given.issuePlan(number).planId().value(),
            "F1",
            "II.1",
            "Báo cáo khảo sát",
            "HGI.024",
            List.of(DutyRole.EXECUTE),
            null,
            null,
            null);
    commands.give(assign, Given.official("HGI"));
    commands.give(new AcceptTask(assign.taskId()), Given.official("HGI.024"));
    return assign;
  }
}
