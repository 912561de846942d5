import type { AccountRow, ItemRow } from '@huiyin/schemas/api-accounts.ts'
import { known, language, t } from '../language.ts'
import { platformWords } from '../platform-words.ts'
import { clockTime } from '../time.ts'

/** How an account stands, what is wrong with it, and what is to be done, in words. */

export type Shown = 'starting' | 'ok' | 'retrying' | 'stopped' | 'paused' | 'retired'

export const TONES = {
  starting: 'plain',
  ok: 'good',
  retrying: 'soon',
  stopped: 'late',
  paused: 'plain',
  retired: 'plain'
} as const satisfies Record<Shown, string>

export function stateOf({ state, standing, problem }: AccountRow): Shown {
  if (state !== 'active') return state
  if (problem !== undefined) return 'stopped'
  return standing === undefined || standing.state === 'paused' ? 'starting' : standing.state
}

/** Those of the account itself, not of its posts. */
const itemsOf = ({ account }: AccountRow, items: readonly ItemRow[]) =>
  items.filter(
    item => item.platform === account.platform && item.account === account.id && item.kind.startsWith('account.')
  )

export type Todo = { key: string; words: string; item?: ItemRow }

/** What a person has to do, the gravest first; empty where all is well. */
export function todosOf(row: AccountRow, items: readonly ItemRow[]): Todo[] {
  if (row.state === 'retired') return []
  const own = itemsOf(row, items)
  const kinds = new Set<string>(own.map(({ kind }) => kind))
  const said = (of: { zh: string; en: string }) => (language() === 'zh' ? of.zh : of.en)
  return [
    ...(row.problem === undefined ? [] : [{ key: 'problem', words: t('account.problem', { why: row.problem }) }]),
    ...own.map(item => ({ key: item.id, words: said(item), item })).sort((a, b) => gravity(a.item) - gravity(b.item)),
    ...row.reminders
      .filter(({ kind }) => !kinds.has(kind))
      .map(reminder => ({ key: reminder.kind, words: said(reminder) }))
  ]
}

const GRAVE: readonly string[] = ['account.authorise', 'account.stopped', 'account.capability']
const gravity = ({ kind }: ItemRow) => (GRAVE.includes(kind) ? GRAVE.indexOf(kind) : GRAVE.length)

/** What the platform said, while it does not work. */
export function wrongWith({ standing, state }: AccountRow, now: number): string | undefined {
  if (state !== 'active' || !standing || (standing.state !== 'retrying' && standing.state !== 'stopped')) return
  const { code, message, nextAt } = standing
  if (code === undefined && message === undefined) return
  const said = saidWords(code, message)
  if (nextAt === undefined) return said
  return `${said} · ${nextAt > now ? t('account.next', { at: clockTime(nextAt, now) }) : t('account.next-soon')}`
}

function saidWords(code: string | undefined, message: string | undefined): string {
  const { words } = platformWords(code, message)
  const bare = code === undefined || words === code || words.includes(code)
  return bare ? t('account.said-bare', { message: words }) : t('account.said', { message: words, code })
}

/** What one has to know of a platform's account: it is collected, but not as one might think. */
export function noteOf({ account, capabilities, state }: AccountRow): string | undefined {
  if (state === 'retired') return
  const { platform, options } = account
  if (platform === 'kuaishou' && options?.comments === 'off') return t('note.kuaishou-off')
  if (platform === 'kuaishou' && options?.comments === 'partner') return
  if (platform === 'douyin' && capabilities?.comments !== false && options?.variant !== 'off') return
  return known(`note.${platform}`)
}
