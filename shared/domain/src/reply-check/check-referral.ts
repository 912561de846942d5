import type { Finding } from '@huiyin/schemas/reply-check.ts'
import { type Folded, spanOf } from './fold.ts'
import { finding } from './sentences.ts'

const SOMEBODY =
  '(?:有关|相关|其他|其它|别的|主管|对口|责任|属地|当地)(?:职能|主管|责任|业务)?(?:部门|单位|机构|方面|科室)'
const REFERRAL = new RegExp(`(?:请|建议|可|去|找|问|向|到|联系|咨询|转|交)[^\\n,，。;；!！?？]{0,6}?${SOMEBODY}`, 'g')

/** Referrals to "the department concerned"; only asked for where the reply names nobody. */
export const checkReferral = (folded: Folded): Finding[] =>
  Array.from(folded.text.matchAll(REFERRAL), ({ 0: text, index }) =>
    finding('referral', spanOf(folded, index, index + text.length))
  )
