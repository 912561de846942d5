import { isObject } from './http.ts'
import type { WeiboCall } from './weibo-call.ts'
import { idOf, type WeiboRow } from './weibo-comments.ts'

const BATCH = 50
/** No thread is so deep; a loop of parents ends here. */
const DEEPEST = 30
const REMEMBERED = 20_000

/** Finds the first comment of a thread; climbs by looking parents up, once each, and remembers. */
export interface Roots {
  /** The root of each row, in their order. Rejects when a parent could not be looked up. */
  of: (rows: readonly WeiboRow[], known?: Readonly<Record<string, string>>) => Promise<string[]>
}

type Above = { root: string } | { parent: string }

export function weiboRoots({ batch }: WeiboCall): Roots {
  const above = new Map<string, Above>()

  function remember(id: string, what: Above) {
    above.delete(id)
    above.set(id, what)
    if (above.size > REMEMBERED) above.delete(above.keys().next().value!)
  }

  const note = ({ id, root, parent, parentRoot }: WeiboRow) => {
    if (parentRoot !== undefined && parent !== undefined) remember(parent, { root: parentRoot })
    const told = root ?? parentRoot
    remember(id, told !== undefined ? { root: told } : parent !== undefined ? { parent } : { root: id })
  }

  /** The root, or the comment above that has to be looked up first. */
  function climb(id: string): { root: string } | { unknown: string } {
    let at = id
    for (let steps = 0; steps < DEEPEST; steps++) {
      const next = above.get(at)
      if (!next) return { unknown: at }
      if ('root' in next) return next
      at = next.parent
    }
    return { root: at }
  }

  async function lookUp(ids: readonly string[]): Promise<void> {
    const rows = await batch(ids, 'inbox')
    const found = new Map(rows.map(row => [idOf(row), row]))
    for (const id of ids) {
      const row = found.get(id)
      const parent = isObject(row) ? idOf(row.reply_comment) : undefined
      const root = isObject(row) ? idOf({ id: row.rootid, idstr: row.rootidstr }) : undefined
      // Gone: the highest comment that anybody still names stands for the thread.
      remember(id, root !== undefined ? { root } : parent !== undefined ? { parent } : { root: id })
    }
  }

  return {
    of: async (rows, known = {}) => {
      for (const [id, root] of Object.entries(known)) remember(id, { root })
      for (const row of rows) if (!(row.id in known)) note(row)
      for (let level = 0; level < DEEPEST; level++) {
        const missing = rows.map(({ id }) => climb(id)).flatMap(found => ('unknown' in found ? [found.unknown] : []))
        if (missing.length === 0) break
        const wanted = [...new Set(missing)]
        for (let at = 0; at < wanted.length; at += BATCH) await lookUp(wanted.slice(at, at + BATCH))
      }
      return rows.map(({ id }) => {
        const found = climb(id)
        const root = 'root' in found ? found.root : found.unknown
        remember(id, { root })
        return root
      })
    }
  }
}
