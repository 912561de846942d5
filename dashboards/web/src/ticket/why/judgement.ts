import type { ThreadComment } from '@huiyin/schemas/api.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'

/** What a model said of a comment, and why. */
export type Judgement = Omit<Classification, 'words'>

/** What was judged, where the api tells it: our own words never are. */
export function judgementOf(comment: ThreadComment & { classification?: Judgement }): Judgement | undefined {
  return comment.ours || comment.state === 'erased' ? undefined : comment.classification
}

/** An answer whose words one can see; a reason of the risk by its place in the list. */
export type Subject = 'label' | 'sentiment' | 'department' | 'place' | `risk-${number}`

/** `text.slice(from, to)`, and how much it spoke for the answer, 0 to 1. */
export type Span = { from: number; to: number; weight: number }

/** Where the words stand that spoke for an answer. */
export function spansOf(of: Judgement, subject: Subject): Span[] {
  if (subject === 'place') return (of.places ?? []).map(({ from, to }) => ({ from, to, weight: 1 }))
  if (subject.startsWith('risk-')) {
    const at = of.risk.reasons[Number(subject.slice('risk-'.length))]?.at
    return at ? [{ from: at[0], to: at[1], weight: 1 }] : []
  }
  return (of.evidence ?? []).filter(({ answer }) => answer === subject)
}

/** The kind of mark that a subject has in the text: all reasons of the risk have the same. */
export type MarkKind = 'label' | 'sentiment' | 'department' | 'place' | 'risk'
export const markOf = (subject: Subject): MarkKind =>
  subject.startsWith('risk-') ? 'risk' : (subject as Exclude<Subject, `risk-${number}`>)
