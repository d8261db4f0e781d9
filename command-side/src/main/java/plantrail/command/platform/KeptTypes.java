package plantrail.command.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.platform.attachment.AttachmentStore;

/** Types of the files that are kept. */
@Component
class KeptTypes implements Attached.Types {
  private final AttachmentStore files;

  KeptTypes(AttachmentStore files) {
    this.files = files;
  }

  @Override
  public @Nullable String apply(String hash) {
    return files.find(hash).map(AttachmentStore.Kept::type).orElse(null);
  }
}
