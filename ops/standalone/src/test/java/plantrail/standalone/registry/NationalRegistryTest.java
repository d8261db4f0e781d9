package plantrail.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plantrail.command.agency.Reorganisation;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.agency.AgencyLevel;

/** The tables of the national registry, mended where they are wrong. */
class NationalRegistryTest {
  private static final NationalRegistry NATION = new NationalRegistry(code -> true);

  @Test
  void theCountsAreThoseOfTheReform() {
    NationalRegistry.Report report = NATION.report();
    assertThat(report.provincesBefore()).isEqualTo(63);
    assertThat(report.districtsBefore()).isEqualTo(696);
    assertThat(report.communesBefore()).isEqualTo(10_035);
    assertThat(report.provincesAfter()).isEqualTo(34);
    assertThat(report.communesAfter()).isEqualTo(3_321);
    assertThat(report.mended()).isEqualTo(457);
    assertThat(report.endedBefore()).isEqualTo(938);
    assertThat(report.without()).isEmpty();
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
    assertThat(concerned).hasSize(696 + 10_035);
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

  @Test
  void districtsHaveTheirOfficialCodes() {
    assertThat(NATION.before())
        .filteredOn(each -> each.level() == AgencyLevel.DISTRICT)
        .hasSize(696)
        .allMatch(each -> String.valueOf(each.officialCode()).matches("\\d{3}"))
        .extracting(RegisterAgency::code, RegisterAgency::name, RegisterAgency::officialCode)
        .doesNotHaveDuplicates()
        .contains(
            tuple("VN-01.quan-ba-dinh", "UBND quận Ba Đình", "001"),
            tuple("VN-02.huyen-dong-van", "UBND huyện Đồng Văn", "026"),
            tuple("VN-68.huyen-da-huoai", "UBND huyện Đạ Huoai", "682"),
            tuple("VN-79.thanh-pho-thu-duc", "UBND thành phố Thủ Đức", "769"),
            tuple("VN-48.huyen-hoang-sa", "UBND huyện Hoàng Sa", "498"));
  }

  @Test
  void anIslandDistrictWithoutCommunesGoesOnAsSpecialZone() {
    assertThat(takenOver("VN-48.20333-2025")).containsExactly("VN-48.huyen-hoang-sa");
    assertThat(takenOver("VN-31.11948-2025")).containsExactly("VN-31.huyen-bach-long-vi");
    assertThat(takenOver("VN-44.19742-2025")).containsExactly("VN-45.huyen-con-co");
    assertThat(takenOver("VN-51.21548-2025")).containsExactly("VN-51.huyen-ly-son");
    assertThat(takenOver("VN-79.26732-2025")).containsExactly("VN-77.huyen-con-dao");
    assertThat(takenOver("VN-22.06978-2025"))
        .containsExactlyInAnyOrder("VN-22.06970", "VN-22.06973", "VN-22.06982", "VN-22.06988");
  }

  @Test
  void aCommuneThatTheMappingLacksGoesOn() {
    assertThat(NATION.reform())
        .filteredOn(MoveAgency.class::isInstance)
        .extracting(each -> ((MoveAgency) each).code())
        .contains("VN-64.23938");
  }

  private static List<String> takenOver(String successor) {
    return NATION.reform().stream()
        .filter(MergeAgencies.class::isInstance)
        .map(MergeAgencies.class::cast)
        .filter(each -> each.successor().equals(successor))
        .flatMap(each -> each.agencies().stream())
        .toList();
  }
}
