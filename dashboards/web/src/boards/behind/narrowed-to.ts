import type { BoardMood, BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { known } from '../../language.ts'
import { momentName } from '../moments.ts'
import type { BoardPlace } from '../place.ts'

type Board = BoardOverview | BoardMood

/** An account in words; the key where the board does not list it. */
export const accountName = (key: string, { accounts }: Pick<Board, 'accounts'>): string =>
  accounts.find(row => row.key === key)?.name ?? key

/** A value by which a list is narrowed, in words. */
function keyName(by: string, key: string, board: Board): string {
  if (by === 'account') return accountName(key, board)
  return known(`${by}.${key}`) ?? (by === 'word' || by === 'topic' ? `“${key}”` : key)
}

/** To what the board and then the list are narrowed, in words. */
export function narrowedTo(place: BoardPlace, board: Board): string[] {
  const { account, department, topic, place: where, by, key, at, span } = place
  return [
    account && accountName(account, board),
    department,
    topic && `“${topic}”`,
    where,
    at && momentName(Number(at), span === 'today' ? 'hour' : 'day'),
    by && key && key !== place[by as 'account'] && keyName(by, key, board)
  ].filter((words): words is string => Boolean(words))
}
