package plantrail.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plantrail.command.agency.Reorganisation;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.kernel.agency.AgencyEnding;

/** The tables of the national registry, mended where they are wrong. */
class NationalRegistryTest {
  private static final NationalRegistry NATION = new NationalRegistry(code -> true);

  @Test
  void theCountsAreThoseOfTheReform() {
    NationalRegistry.Report report = NATION.report();
    assertThat(report.provincesBefore()).isEqualTo(63);
    assertThat(report.districtsBefore()).isEqualTo(691);
    assertThat(report.communesBefore()).isEqualTo(10_034);
    assertThat(report.provincesAfter()).isEqualTo(34);
    assertThat(report.communesAfter()).isEqualTo(3_321);
    assertThat(report.mended()).isEqualTo(453);
    assertThat(report.endedBefore()).isEqualTo(938);
    assertThat(report.without()).hasSize(6).contains("Đặc khu Lý Sơn", "Xã Ia Mơ");
    assertThat(report.unmapped()).isEmpty();
    assertThat(report.ambiguous()).isEmpty();
  }

  @Test
  void everyCodeOfOursIsGivenOnce() {
    Set<String> codes = new HashSet<>();
    assertThat(NATION.before()).allMatch(each -> codes.add(each.code()));
    NATION
        .reformOfProvinces()
        .forEach(each -> founded(each).forEach(code -> assertThat(codes.add(code)).isTrue()));
    NATION
        .reform()
        .forEach(each -> founded(each).forEach(code -> assertThat(codes.add(code)).isTrue()));
  }

  private static List<String> founded(Object command) {
    return switch (command) {
      case Reorganisation each -> each.founded().stream().map(RegisterAgency::code).toList();
      case RegisterAgency each -> List.of(each.code());
      default -> List.of();
    };
  }

  @Test
  void everyDistrictAndEveryCommuneEndsOrGoesOnExactlyOnce() {
    Set<String> concerned = new HashSet<>();
    NATION
        .reform()
        .forEach(each -> {
          if (each instanceof Reorganisation ending) {
            ending.endings().values().stream()
                .map(AgencyEnding::code)
                .forEach(code -> assertThat(concerned.add(code)).as(code).isTrue());
          } else if (each instanceof MoveAgency move) {
            assertThat(concerned.add(move.code())).as(move.code()).isTrue();
          }
        });
    assertThat(concerned).hasSize(691 + 10_034);
  }

  @Test
  void codesThatWereGivenAgainAreToldApartByTheirDay() {
    assertThat(NATION.before())
        .anyMatch(each ->
            each.code().equals("VN-52")
                && each.name().equals("UBND tỉnh Bình Định")
                && "52".equals(each.officialCode()));
    assertThat(NATION.reformOfProvinces())
        .flatExtracting(NationalRegistryTest::founded)
        .contains("VN-52-2025")
        .hasSize(23);
  }

  @Test
  void aDistrictsWorkGoesToItsProvince() {
    assertThat(NATION.reform())
        .filteredOn(DissolveAgency.class::isInstance)
        .map(DissolveAgency.class::cast)
        .anyMatch(each ->
            each.code().equals("VN-02.huyen-dong-van")
                && each.mainSuccessor().equals("VN-08-2025"));
  }
}
