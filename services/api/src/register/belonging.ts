import { answersFor } from '@huiyin/domain/appraisal/subjects.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { type Belonging, mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Action } from '@huiyin/domain/roles/table.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { RegisterEntry, Subject } from '@huiyin/schemas/register.ts'
import type { ApiPorts } from '../ports.ts'

/** Nobody: what is not one's own. */
const NOBODY = ''

type Book = Pick<ApiPorts, 'book'>

/**
 * Whose something is: a person's own, a department's, and an account's of those in the office who are named as caring
 * for it.
 */
export function belongingOf({ book }: Book, { kind, id }: Pick<Subject, 'kind' | 'id'>, actor: Actor): Belonging {
  if (kind === 'person') return { author: id }
  if (kind === 'department') return { author: NOBODY, department: id }
  return { author: caresFor(book, id, actor) ? actor.id : NOBODY }
}

function caresFor(book: ApiPorts['book'], id: string, actor: Actor): boolean {
  if (actor.department !== undefined) return false
  if (actor.accounts?.includes(id)) return true
  const account = book.rows().find(one => accountId(one.account) === id)?.account
  return account !== undefined && answersFor(account, actor)
}

/** Who took part in a training reads of it too. */
const tookPart = ({ training }: RegisterEntry, { id }: Actor): boolean =>
  training?.participants.some(one => one.id === id) ?? false

const ofEntry = (ports: Book, entry: RegisterEntry, actor: Actor): Belonging =>
  tookPart(entry, actor) ? { author: actor.id } : belongingOf(ports, entry.subject, actor)

/** Whether an action is granted on an entry. */
export const mayOnEntry = (ports: Book, entry: RegisterEntry, actor: Actor, action: Action): boolean =>
  mayDo(actor, action, ofEntry(ports, entry, actor))

/** Throws NOT_ALLOWED. */
export const checkEntry = (ports: Book, entry: RegisterEntry, actor: Actor, action: Action): void =>
  checkMay(actor, action, ofEntry(ports, entry, actor))
