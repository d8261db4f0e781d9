package plantrail.kernel.catalog;

import java.util.List;
import java.util.Map;

/** All steps from an earlier revision of an event to the next, oldest first. */
public final class Revisions {
  private static final Map<String, String> AGAIN =
      Map.of("oldDue", "null", "oldAgency", "null", "reason", "null", "basis", "null");

  public static final List<Revised> ALL =
      List.of(
          new Revised(
              "inspection-recorded", "1", "2", Map.of("violations", "[]", "issuer", "null")),
          new Revised("report-opened", "1", "2", Map.of("since", "null")),
          new Revised("report-opened", "2", "3", Map.of("form", "[]")),
          new Revised("report-opened", "3", "4", Map.of("form[].lowest", "null")),
          new Revised("report-opened", "4", "5", AGAIN),
          new Revised("report-submitted", "1", "2", Map.of("figures", "[]")),
          new Revised("plan-issued", "1", "2", Map.of("reportingRules[].form", "[]")),
          new Revised("plan-issued", "2", "3", Map.of("targets[].counts", "null")),
          new Revised("plan-issued", "3", "4", Map.of("rulesInForce", "null")),
          new Revised(
              "plan-issued",
              "4",
              "5",
              Map.of("reportingRules[].form[].lowest", "null", "targets[].countsFrom", "null")),
          new Revised("plan-issued", "5", "6", Map.of("openedUpTo", "null")),
          new Revised("plan-issued", "6", "7", Map.of("targets[].measured", "null")),
          new Revised("plan-drafted", "1", "2", Map.of("content.reportingRules[].form", "[]")),
          new Revised("plan-drafted", "2", "3", Map.of("content.targets[].counts", "null")),
          new Revised(
              "plan-drafted",
              "3",
              "4",
              Map.of(
                  "content.reportingRules[].form[].lowest",
                  "null",
                  "content.targets[].countsFrom",
                  "null")),
          new Revised("plan-drafted", "4", "5", Map.of("content.targets[].measured", "null")),
          new Revised("plan-revised", "1", "2", Map.of("content.reportingRules[].form", "[]")),
          new Revised("plan-revised", "2", "3", Map.of("content.targets[].counts", "null")),
          new Revised(
              "plan-revised",
              "3",
              "4",
              Map.of(
                  "content.reportingRules[].form[].lowest",
                  "null",
                  "content.targets[].countsFrom",
                  "null")),
          new Revised("plan-revised", "4", "5", Map.of("content.targets[].measured", "null")),
          new Revised("plan-amended", "1", "2", Map.of("reportingRules[].form", "[]")),
          new Revised("plan-amended", "2", "3", Map.of("targets[].counts", "null")),
          new Revised(
              "plan-amended",
              "3",
              "4",
              Map.of("reportingRules[].form[].lowest", "null", "targets[].countsFrom", "null")),
          new Revised("plan-amended", "4", "5", Map.of("targets[].measured", "null")),
          new Revised("report-revised", "1", "2", Map.of("form[].lowest", "null")),
          new Revised("reports-consolidated", "1", "2", Map.of("form[].lowest", "null")),
          new Revised("reports-consolidated", "2", "3", Map.of("gathered.owed", "null")),
          new Revised("consolidation-corrected", "1", "2", Map.of("follows", "[]")),
          new Revised(
              "consolidation-renewed",
              "1",
              "2",
              Map.of("kept", "[]", "follows", "[]", "dropReason", "null")),
          new Revised("consolidation-renewed", "2", "3", Map.of("gathered.owed", "null")),
          new Revised("consolidation-renewed", "3", "4", Map.of("asked", "null")),
          new Revised("target-set", "1", "2", Map.of("countsFrom", "null")),
          new Revised("target-set", "2", "3", Map.of("agencies", "null")),
          new Revised("target-changed", "1", "2", Map.of("countsFrom", "null")),
          new Revised("target-changed", "2", "3", Map.of("agencies", "null")),
          new Revised("task-assigned", "1", "2", Map.of("since", "null")),
          new Revised("task-assigned", "2", "3", Map.of("parentTask", "null", "weight", "null")),
          new Revised("task-assigned", "3", "4", AGAIN),
          new Revised("task-delegated", "1", "2", Map.of("roles", "[\"EXECUTE\"]")),
          new Revised("task-rescheduled", "1", "2", Map.of("granted", "null")),
          new Revised("task-revised", "1", "2", Map.of("product", "null")),
          new Revised("progress-reported", "1", "2", Map.of("attachments", "[]")),
          new Revised("progress-reported", "2", "3", Map.of("figures", "[]")),
          new Revised(
              "task-result-submitted", "1", "2", Map.of("attachments", "[]", "reason", "null")));

  private Revisions() {}
}
