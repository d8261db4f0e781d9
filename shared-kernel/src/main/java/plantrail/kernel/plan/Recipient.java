package plantrail.kernel.plan;

import org.jspecify.annotations.Nullable;

/**
 * Who gets a copy (nơi nhận). A recipient owes nothing by that.
 *
 * @param name as written
 * @param purpose for what (thi hành, báo cáo, phối hợp); null if not said
 */
public record Recipient(String name, @Nullable String purpose) {}
