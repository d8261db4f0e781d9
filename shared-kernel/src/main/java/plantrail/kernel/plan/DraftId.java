package plantrail.kernel.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import plantrail.kernel.ContentId;

/** Identifies the draft of a plan, whose number and date may not be known yet. */
public record DraftId(@JsonValue String value) {

  /**
   * The identifier of an issuer's draft.
   *
   * @param issuer code of the agency that will issue the plan
   * @param key what those who draft call it, unique among the issuer's drafts
   */
  public static DraftId of(String issuer, String key) {
    return new DraftId(ContentId.of("draft", issuer, key));
  }

  @Override
  public String toString() {
    return value;
  }
}
