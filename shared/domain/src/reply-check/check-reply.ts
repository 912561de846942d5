import type { Finding, ReplyLists } from '@huiyin/schemas/reply-check.ts'
import type { ReplyKind } from '@huiyin/schemas/ticket.ts'
import { checkCold } from './check-cold.ts'
import { checkLinks } from './check-links.ts'
import { checkPersonal } from './check-personal.ts'
import { checkReferral } from './check-referral.ts'
import { checkSecrets } from './check-secrets.ts'
import { checkSensitive } from './check-sensitive.ts'
import { checkLength, checkSubstance } from './check-size.ts'
import { fold, squeeze } from './fold.ts'
import { namesSomebody } from './named.ts'

export interface ReplyCheck {
  /** What the platform takes at most, in the units of `length`. */
  limit: number
  /** How the platform counts a text; by characters where it is absent. */
  length?: (text: string) => number
  lists: ReplyLists
  /** Names of departments; a referral to one of them says where to go. */
  known?: readonly string[]
  /** Absent: final. Only a final reply can be too short; a holding one may repeat an earlier one. */
  kind?: ReplyKind
  /** Texts of replies that we gave before. */
  earlier?: readonly string[]
}

const letters = (text: string) => squeeze(fold(text)).text

/**
 * What is to be seen before a reply goes to review, from left to right; nothing: an empty list. Never throws;
 * takes time in proportion to the text.
 */
export function checkReply(text: string, check: ReplyCheck): Finding[] {
  const { limit, length = text => [...text].length, lists, known = [], kind = 'final', earlier = [] } = check
  const folded = fold(text)
  const squeezed = squeeze(folded)
  const named = namesSomebody(folded.text, known)
  const before = new Set(kind === 'holding' ? [] : earlier.map(letters))
  return [
    ...checkSubstance(text, squeezed, { final: kind === 'final', earlier: before }),
    ...checkPersonal(folded, lists),
    ...checkSecrets(folded),
    ...checkSensitive(text, squeezed, lists.sensitive),
    ...checkCold(folded, squeezed, lists.cold, { named }),
    ...(named ? [] : checkReferral(folded)),
    ...checkLinks(folded, lists.hosts),
    ...checkLength(text, limit, length)
  ].sort((a, b) => a.from - b.from)
}

/** Whether the reply may go to review as it stands. */
export const isRefused = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'refuse')
