import { openClassifier } from '@huiyin/classifier/classify.ts'
import { commentOf } from '@huiyin/classifier/evaluation/comment-of.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import { NO_DEPARTMENT } from '@huiyin/schemas/department-classes.ts'

/** Ours as shipped, over texts alone. */
export type Ours = (texts: readonly string[]) => Classification[]

/** With evidence every comment is explained, also one that wants nothing. */
export function openOurs(cut: Cut, { evidence }: { evidence: boolean }): Ours {
  const classify = openClassifier({ cut, evidence: evidence ? 'all' : 'none' })
  return texts => classify(texts.map(text => commentOf(text)))
}

/** The likeliest department that it names: every letter of the public files has one. */
export const departmentSaid = ({ departments }: Classification): string =>
  departments.find(({ name }) => name !== NO_DEPARTMENT)?.name ?? NO_DEPARTMENT
