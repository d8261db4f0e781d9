package plantrail.command.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.platform.attachment.AttachmentStore;

/** Types of the files that agencies uploaded. */
@Component
class KeptTypes implements Attached.Types {
  private final AttachmentStore files;

  KeptTypes(AttachmentStore files) {
    this.files = files;
  }

  @Override
  public @Nullable String apply(String hash, String agency) {
    return files.uploaded(hash, agency).map(AttachmentStore.Kept::type).orElse(null);
  }
}
