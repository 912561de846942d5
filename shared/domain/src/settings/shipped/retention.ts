import type { Retention } from '@huiyin/schemas/retention.ts'

/**
 * Replies are the office's word to citizens and are kept 30 years, as files of long term are (10 and 30 years are the two
 * terms of 机关文件材料归档范围和文书档案保管期限规定); monitoring reports and training material 10.
 */
export const SHIPPED_RETENTION: Retention = {
  terms: { publications: 30, replies: 30, reports: 10, training: 10 }
}
