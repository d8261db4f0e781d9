package plantrail.kernel.calendar;

/** The paid holidays of Vietnamese law: Labour Code 2019, article 112; Resolution 28/2026/QH16. */
public enum Holiday {
  /** Tết Dương lịch, 1 January. */
  NEW_YEAR,
  /** Tết Âm lịch: the last day of the lunar year and the first four of the new one. */
  TET,
  /** Giỗ Tổ Hùng Vương, the 10th of the third lunar month. */
  HUNG_KINGS,
  /** Ngày Chiến thắng, 30 April. */
  VICTORY_DAY,
  /** Ngày Quốc tế lao động, 1 May. */
  LABOUR_DAY,
  /** Quốc khánh, 2 September; since 2021 with a day beside it. */
  NATIONAL_DAY,
  /** Ngày Văn hóa Việt Nam, 24 November; since 2026. */
  CULTURE_DAY
}
