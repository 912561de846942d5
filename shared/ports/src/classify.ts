import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'

/** Answers in the order asked, one each. Pure: the same comments give the same answers. Never throws for a text. */
export type Classify = (comments: readonly Observation[]) => Classification[]
