import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { IncidentRules, Nature } from '@huiyin/schemas/incident-rules.ts'
import type { Facts } from './commands.ts'

type Told = Pick<StoredComment, 'text' | 'classification'>

/** Which natures of the rules the comments tell, by the reasons of their risk, their words and their departments. */
export function factsOf(comments: readonly Told[], { natures }: IncidentRules): Facts {
  const tells = natures.map(nature => [nature.id, comments.filter(comment => isTold(nature, comment)).length] as const)
  return { looked: comments.length, tells: Object.fromEntries(tells.filter(([, n]) => n > 0)) }
}

function isTold({ reasons = [], words = [], departments = [] }: Nature, { text, classification: of }: Told): boolean {
  if (words.some(word => text.includes(word))) return true
  if (of?.risk.reasons.some(({ code }) => reasons.includes(code))) return true
  return departments.includes(of?.office ?? of?.departments[0]?.name ?? '')
}
