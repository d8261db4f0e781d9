package plantrail.command.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.official;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Refused;
import plantrail.command.agency.domain.Agency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;

class RegisterAgencySpec {
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);

  private static RegisterAgency register(String code, String name, @Nullable String superior) {
    return new RegisterAgency(
        code,
        name,
        AgencyKind.DEPARTMENT,
        AgencyLevel.PROVINCE,
        superior,
        LocalDate.of(2000, 1, 1),
        null,
        null);
  }

  @Test
  void theKeeperOfTheRegistryEntersAnAgency() {
    assertThat(register("HGI.SYT", "Sở Y tế", PROVINCE).decide(null, ADMIN, AGENCIES)).hasSize(1);
  }

  @Test
  void anOfficialMayNot() {
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> register("HGI.SYT", "Sở Y tế", PROVINCE).decide(null, official(PROVINCE), AGENCIES));
  }

  @Test
  void theSameAgainChangesNothingAndAnotherContentIsRefused() {
    RegisterAgency command = register("HGI.SYT", "Sở Y tế", PROVINCE);
    Agency agency = Agency.evolve(null, command.decide(null, ADMIN, AGENCIES).getFirst());
    assertThat(command.decide(agency, ADMIN, AGENCIES)).isEmpty();
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () -> register("HGI.SYT", "Sở Y", PROVINCE).decide(agency, ADMIN, AGENCIES));
  }

  @Test
  void aStrangeCodeAnEmptyNameAndAnUnknownSuperiorAreRefused() {
    Refused.forFields(
        () -> register("Sở Y tế", "", "NOBODY").decide(null, ADMIN, AGENCIES),
        "code",
        "name",
        "superior");
  }
}
