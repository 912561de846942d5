import type { AccountRow } from '@huiyin/schemas/api-accounts.ts'
import type { Word } from '../words.ts'
import type { Start } from './place.ts'
import type { Todo } from './standing.ts'

/** The one button that helps with what is wrong with an account. */

export type Help = { words: Word } & ({ start: Start } | { act: 'resume' } | { way: 'post' })

type Who = { rules: boolean; demo: boolean }

/** Whether who looks changes this account here. */
export const changes = ({ origin }: Pick<AccountRow, 'origin'>, { rules, demo }: Who): boolean =>
  rules && !demo && origin === 'kept'

const EDIT: Readonly<Record<string, Word>> = {
  'account.authorise': 'help.edit.authorise',
  'account.authorise-soon': 'help.edit.authorise',
  'account.password': 'help.edit.password',
  problem: 'help.edit.credentials'
}

const POSTS: readonly string[] = ['account.silent', 'account.too-few-posts']

/** `todo`: the gravest that is to be done, where something is. */
export function helpFor(row: AccountRow, todo: Todo | undefined, who: Who): Help | undefined {
  const { state, account, standing } = row
  if (state === 'paused') return changes(row, who) ? { words: 'help.resume', act: 'resume' } : undefined
  const kind = todo && (todo.item?.kind ?? todo.key)
  const edit = kind === undefined ? undefined : EDIT[kind]
  if (edit && changes(row, who)) return { words: edit, start: 'edit' }
  if (kind !== undefined && POSTS.includes(kind) && account.platform === 'wechat')
    return { words: 'help.post', way: 'post' }
  const troubled = standing?.state === 'stopped' || standing?.state === 'retrying' || edit !== undefined
  return troubled && who.rules ? { words: 'help.check', start: 'check' } : undefined
}
