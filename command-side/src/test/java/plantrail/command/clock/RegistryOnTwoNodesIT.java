package plantrail.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import plantrail.command.Command;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Commands;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/** Two nodes change the registry at the same time. */
class RegistryOnTwoNodesIT extends TwoNodes {
  private static final int PAIRS = 12;
  private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
  private static final String BASIS = "NQ 1241/NQ-UBTVQH15";

  /** Gives one command on each node at the same time; whether each was carried out. */
  private List<Boolean> atOnce(Command one, Command other) throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    List<Command> both = List.of(one, other);
    List<Future<Boolean>> given = new ArrayList<>();
    for (int i = 0; i < both.size(); i++) {
      Command command = both.get(i);
      Commands node = nodes.get(i).getBean(Commands.class);
      given.add(
          threads.submit(() -> {
            together.await();
            return isCarriedOut(node, command);
          }));
    }
    return List.of(given.getFirst().get(), given.getLast().get());
  }

  private static boolean isCarriedOut(Commands node, Command command) {
    try {
      node.give(command, ADMIN);
      return true;
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_ARGUMENT);
      return false;
    }
  }

  @Test
  void ofTwoAgenciesThatWouldBecomePartOfEachOtherOneLivesOn() throws Exception {
    for (int i = 0; i < PAIRS; i++) {
      String one = "HGI.X" + i;
      String other = "HGI.Y" + i;
      register(one, AgencyKind.UNIT, "HGI");
      register(other, AgencyKind.UNIT, "HGI");
      assertThat(
              atOnce(
                  new MergeAgencies(List.of(one), other, List.of(), DAY, BASIS),
                  new MergeAgencies(List.of(other), one, List.of(), DAY, BASIS)))
          .containsExactlyInAnyOrder(true, false);
      Agencies agencies = bean(Agencies.class);
      assertThat(List.of(one, other)).filteredOn(code -> agencies.exists(code, DAY)).hasSize(1);
    }
  }

  @Test
  void ofTwoAgenciesThatWouldStandUnderEachOtherOneStaysWhereItWas() throws Exception {
    for (int i = 0; i < PAIRS; i++) {
      String one = "HGI.P" + i;
      String other = "HGI.Q" + i;
      register(one, AgencyKind.UNIT, "HGI");
      register(other, AgencyKind.UNIT, "HGI");
      assertThat(
              atOnce(
                  new MoveAgency(one, other, DAY, BASIS), new MoveAgency(other, one, DAY, BASIS)))
          .containsExactlyInAnyOrder(true, false);
      Agencies agencies = bean(Agencies.class);
      assertThat(List.of(one, other))
          .filteredOn(
              code -> "HGI".equals(Objects.requireNonNull(agencies.agency(code)).superiorOn(DAY)))
          .hasSize(1);
    }
  }
}
