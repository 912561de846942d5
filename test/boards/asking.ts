import { setTimeout as sleep } from 'node:timers/promises'
import type { BoardMood, BoardOverview, BoardRow, BoardRows } from '@huiyin/schemas/api-boards.ts'
import type { Person } from '../../services/api/test/house.ts'

export type Asking = Record<string, string | number>

export const queryOf = (asking: Asking) =>
  new URLSearchParams(Object.entries(asking).map(([name, value]) => [name, String(value)])).toString()

async function asked<V>(person: Person, path: string): Promise<V> {
  const answer = await person.get(path)
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body.slice(0, 500)}`)
  return answer.json<V>()
}

/** Once the house has counted all that was there when it was asked first. */
export async function overview(person: Person, asking: Asking): Promise<BoardOverview> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await asked<BoardOverview>(person, `/api/boards/overview?${queryOf(asking)}`)
    if (!answer.counting) return answer
    await sleep(50)
  }
  throw new Error('The house never came to an end of counting')
}

export const mood = (person: Person, asking: Asking) => asked<BoardMood>(person, `/api/boards/mood?${queryOf(asking)}`)

/** The whole list, page by page; each page must tell the same total. */
export async function wholeList(person: Person, asking: Asking): Promise<{ total: number; rows: BoardRow[] }> {
  const rows: BoardRow[] = []
  for (let after: string | undefined; ; ) {
    const query = queryOf({ ...asking, atMost: 200, ...(after !== undefined && { after }) })
    const page = await asked<BoardRows>(person, `/api/boards/rows?${query}`)
    rows.push(...page.rows)
    if (page.after === undefined) return { total: page.total, rows }
    after = page.after
  }
}

/** Of which ticket, comment, post or incident a row is. */
export const idOfRow = ({ ticket, comment, post, incident }: BoardRow) =>
  (ticket ?? comment ?? post ?? incident)?.id ?? 'nothing'
