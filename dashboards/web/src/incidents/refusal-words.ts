import { ApiProblem } from '../data/http.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import type { INCIDENTS_WORDS } from '../words-incidents.ts'

type Refused = Extract<keyof typeof INCIDENTS_WORDS, `refused.${string}` | 'statement.own'>

/** What an incident that does not stand so says, by a piece of it. */
const SAID: readonly (readonly [piece: string, word: Refused])[] = [
  ['deadline has passed', 'refused.deadline'],
  ['instructions, which is the most', 'refused.most-instructions'],
  ['has said already what came of', 'refused.answered'],
  ['some have to stay', 'refused.split-all'],
  ['can be taken out of it', 'refused.too-many-out'],
  ['the elder is', 'refused.elder-done'],
  ['muted only until', 'refused.mute-past'],
  ['it is open already', 'refused.already-open'],
  ['it goes on in', 'refused.is-merged'],
  ['neither done nor skipped', 'refused.open-steps'],
  ['nobody has said what came', 'refused.instructions'],
  ['after its review', 'refused.no-review'],
  ['statements, the most', 'refused.most-statements'],
  ['another than the one that you saw', 'refused.other-text'],
  ['a statement that is', 'refused.statement-state'],
  ['say why the step', 'refused.skip-why'],
  ['are no members of it', 'refused.no-members'],
  ['are not kept here', 'refused.not-kept'],
  ['belong to another one', 'refused.elsewhere'],
  ['nothing is known of it by then', 'refused.nothing-then'],
  ['approved by a second person', 'statement.own']
]

/** Why something about an incident was refused, in the person's language. */
export function refusalWords(error: unknown): string {
  const found = error instanceof ApiProblem ? SAID.find(([piece]) => error.message.includes(piece)) : undefined
  return found ? t(found[1]) : problemWords(error)
}
