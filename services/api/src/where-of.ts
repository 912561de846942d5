import { type ErrorCode, HuiyinError } from '@huiyin/domain/errors.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { asksForPersonal } from '@huiyin/domain/search/personal.ts'
import type { Query, Searched } from '@huiyin/domain/search/query.ts'
import type { Understood } from '@huiyin/domain/search/understand.ts'
import { understoodSearch } from '@huiyin/ports/understood-search.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ApiPorts } from './ports.ts'

type Reading = Pick<ApiPorts, 'cut' | 'records' | 'clock' | 'book'>

/**
 * What somebody asks for, as it is understood; nothing where they ask for nothing. Rejects with QUERY_INVALID, and with
 * NOT_ALLOWED a search for personal data by somebody who does not read them.
 */
export async function whereOf(
  ports: Reading,
  what: Searched,
  q: string | undefined,
  actor: Actor
): Promise<{ where?: Query }> {
  const understood = await understoodOf(ports, what, q, actor)
  return understood ? { where: understood.query } : {}
}

/** The same, with how it was understood; `wide`: also what has only some of the plain words, for answers by relevance. */
export async function understoodOf(
  ports: Reading,
  what: Searched,
  q: string | undefined,
  actor: Actor,
  wide = false
): Promise<Understood | undefined> {
  if (!q) return
  const understood = await understoodSearch(ports, what, q, ports.clock.now(), wide)
  if (asksForPersonal(q, understood.query)) checkMay(actor, 'personal.read')
  return understood
}

/** Whether what somebody has kept can be asked for them: it is understood, and they may. */
export async function isAskable(ports: Reading, what: Searched, q: string | undefined, actor: Actor): Promise<boolean> {
  try {
    await understoodOf(ports, what, q, actor)
    return true
  } catch (error) {
    if (error instanceof HuiyinError && UNASKABLE.has(error.code)) return false
    throw error
  }
}

const UNASKABLE: ReadonlySet<ErrorCode> = new Set(['QUERY_INVALID', 'NOT_ALLOWED'])
