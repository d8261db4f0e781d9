package plantrail.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.kernel.model.AwardKind.CERTIFICATE_OF_MERIT;
import static plantrail.kernel.model.AwardKind.COMMENDATION;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;

class AwardKindTest {
  private static List<AgencyKind> granting(AwardKind award, AgencyLevel level) {
    return Arrays.stream(AgencyKind.values())
        .filter(kind -> award.isGrantedBy(kind, level))
        .toList();
  }

  @Test
  void aCertificateOfMeritIsGrantedByCentralBodiesAndThoseThatLeadAProvince() {
    assertThat(granting(CERTIFICATE_OF_MERIT, AgencyLevel.CENTRAL))
        .containsExactly(AgencyKind.values());
    assertThat(granting(CERTIFICATE_OF_MERIT, AgencyLevel.PROVINCE))
        .containsExactly(
            AgencyKind.PEOPLES_COMMITTEE, AgencyKind.PARTY_BODY, AgencyKind.MASS_ORGANISATION);
    assertThat(granting(CERTIFICATE_OF_MERIT, AgencyLevel.DISTRICT)).isEmpty();
    assertThat(granting(CERTIFICATE_OF_MERIT, AgencyLevel.COMMUNE)).isEmpty();
  }

  @Test
  void aCommendationIsGrantedByEverybodyAndIsTheLowerOne() {
    for (AgencyLevel level : AgencyLevel.values()) {
      assertThat(granting(COMMENDATION, level)).containsExactly(AgencyKind.values());
    }
    assertThat(CERTIFICATE_OF_MERIT.isAbove(COMMENDATION)).isTrue();
    assertThat(COMMENDATION.isAbove(COMMENDATION)).isFalse();
    assertThat(COMMENDATION.isAbove(CERTIFICATE_OF_MERIT)).isFalse();
  }
}
