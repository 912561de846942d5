/** Ways in which the real answers may differ from the documents. */
export interface KuaishouQuirks {
  /** `comment_count` leaves out comments younger than so many ms. */
  countLag: number
  /** `create_time` in seconds instead of ms. */
  createTimeInSeconds: boolean
  /** One row of each page that is not empty has no id, of the works and of the partner's comments. */
  brokenRow: boolean
  /** A page has one row fewer than was asked for although there are more. */
  shortPages: boolean
}

export const usualQuirks = (): KuaishouQuirks => ({
  countLag: 0,
  createTimeInSeconds: false,
  brokenRow: false,
  shortPages: false
})
