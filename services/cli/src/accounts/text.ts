import { itemWords } from '@huiyin/domain/accounts/item-words.ts'
import { remindersOf } from '@huiyin/domain/accounts/reminders.ts'
import type { CheckFinding } from '@huiyin/ports/platform.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import { tableText } from '../table.ts'
import type { AccountListed } from './desk.ts'
import type { KeysShown } from './key-desk.ts'

/** What the person at the terminal reads of accounts and keys. */

const EAST_8 = 8 * 3_600_000
const timeInShanghai = (at: number) => new Date(at + EAST_8).toISOString().slice(0, 16).replace('T', ' ')

const HEAD = ['platform', 'id', 'name', 'state', 'read last', 'reminders']

export function accountsText(listed: readonly AccountListed[], now: number): string {
  if (listed.length === 0) return 'There are no accounts yet; huiyin account add --help says how to add one.\n'
  return tableText([HEAD, ...listed.map(one => rowText(one, now))], 'texts')
}

function rowText({ account, origin, state, standing, problem }: AccountListed, now: number): string[] {
  const inUse = state === 'active' && standing && standing.state !== 'ok' ? standing.state : state
  const reminders = state === 'retired' ? [] : remindersOf(account, standing, now).map(item => itemWords(item).en)
  const wrong = standing?.message && state === 'active' ? [standing.message] : []
  return [
    account.platform,
    account.id,
    account.name,
    origin === 'settings' ? `${inUse} (settings)` : inUse,
    standing?.readAt === undefined ? 'never' : timeInShanghai(standing.readAt),
    [problem, ...wrong, ...reminders].filter(Boolean).join(' ') || 'none'
  ]
}

/** A line for each finding. */
export const findingsText = (findings: readonly CheckFinding[]): string =>
  findings
    .map(({ what, ok, code, message }) => `${ok ? 'ok     ' : 'missing'}  ${what}: ${message}${codeText(code)}\n`)
    .join('')

const codeText = (code: string | undefined) => (code === undefined ? '' : ` (${code})`)

/** All that is wrong, one sentence a line. */
export const problemsText = (problems: readonly RuleProblem[]): string =>
  problems.map(({ refuses, en, zh }) => `${refuses ? '' : 'note: '}${en} ${zh}\n`).join('')

const SOURCES = { environment: 'HUIYIN_KEY', file: 'the key file', none: 'nowhere' }

export function keysText({ source, keys, used }: KeysShown): string {
  const counted = keys.map(
    (id, i) => `${id}  ${i === 0 ? 'seals and opens' : 'opens'}, ${used[id] ?? 0} sealed by it\n`
  )
  const lost = Object.keys(used).filter(id => !keys.includes(id))
  const missing = lost.map(id => `${id}  is missing: ${used[id]} sealed by it cannot be opened\n`)
  if (keys.length + lost.length === 0) return 'There is no key yet; it is made when the first account is added.\n'
  return [`Keys in ${SOURCES[source]}, the newest first:\n`, ...counted, ...missing].join('')
}
