import type { HistoryRow } from '@huiyin/schemas/event.ts'
import type { Finding, Link, TrailHead } from '@huiyin/schemas/trail.ts'
import { isRowOf, linkHash, linkId } from './link.ts'

/** A head as an anchor saw it. */
export type Anchored = TrailHead & { anchor: number; at: number }

/** What checking counts as it goes. */
export interface Tally {
  links: number
  rows: number
  redacted: number
  unanchored: number
}

export interface ChainOptions {
  partition: number
  /** What anchors say of this partition. */
  anchored: readonly Anchored[]
  /** The link before the first that is checked, as an anchor or the link itself names it; absent: the very beginning. */
  before?: { n: number; hash: string } | undefined
  tally: Tally
  /** What is not as it was written, in the order of the chain. */
  found: (finding: Finding) => void
}

/** Checks one partition link by link, each against the one before, its row and the anchors. */
export interface ChainCheck {
  /** `row`: undefined when there is none; `absent` where rows are not looked at. */
  link: (link: Link, row: HistoryRow | undefined | 'absent') => void
  /** A row that no link stands for. */
  stray: (row: HistoryRow) => void
  /** There should be links up to this number. */
  reached: (n: number) => void
  /** There are no more links: what anchors have seen behind the last one is gone. */
  end: () => void
}

const when = (at: number) => new Date(at).toISOString()

const nameOf = (link: Link) => `Link ${linkId(link)} (${link.type} of ${link.subject}, ${when(link.at)})`

export function checkChain({ partition, anchored, before, tally, found }: ChainOptions): ChainCheck {
  const heads = Map.groupBy(anchored, ({ n }) => n)
  const lastAnchored = Math.max(0, ...anchored.map(({ n }) => n))
  let last = before ?? { n: 0, hash: '' }

  function checkPlace(link: Link) {
    const id = linkId(link)
    if (link.n !== last.n + 1) {
      const gone =
        link.n - last.n === 2
          ? `Link ${partition}/${last.n + 1} is`
          : `Links ${partition}/${last.n + 1} to ${partition}/${link.n - 1} are`
      const words =
        link.n > last.n
          ? `${gone} missing: ${nameOf(link)} follows ${partition}/${last.n}`
          : `${nameOf(link)} follows ${partition}/${last.n}: it stands twice or out of its order`
      found({ what: 'link-missing', link: `${partition}/${Math.min(link.n, last.n + 1)}`, words })
    } else if (link.prev !== last.hash) {
      const words = `${nameOf(link)} does not follow link ${partition}/${last.n} as that one stands: one of them was written anew`
      found({ what: 'link-unchained', link: id, words })
    }
  }

  function checkSelf(link: Link) {
    if (linkHash(link) !== link.hash)
      found({
        what: 'link-altered',
        link: linkId(link),
        words: `${nameOf(link)} was altered: it has not the hash of what it says`
      })
    for (const { hash, anchor, at } of heads.get(link.n) ?? []) {
      if (hash === link.hash) continue
      const words = `${nameOf(link)} is not the one that anchor ${anchor} signed on ${when(at)}: the trail up to it was written anew`
      found({ what: 'anchor-broken', link: linkId(link), anchor, words })
    }
  }

  function checkRow(link: Link, row: HistoryRow | undefined) {
    if (!row) {
      found({
        what: 'row-missing',
        link: linkId(link),
        words: `${nameOf(link)} has no row in the history any more: it was taken out`
      })
      return
    }
    tally.rows += 1
    if (row.redacted) tally.redacted += 1
    if (isRowOf(row, link)) return
    found({ what: 'row-altered', link: linkId(link), words: `${nameOf(link)}: its row in the history was altered` })
  }

  return {
    link(link, row) {
      tally.links += 1
      if (link.n > lastAnchored) tally.unanchored += 1
      checkPlace(link)
      checkSelf(link)
      if (row !== 'absent') checkRow(link, row)
      last = { n: link.n, hash: link.hash }
    },
    stray(row) {
      const where = `partition ${row.partition}, offset ${row.offset}`
      const words = `The history has a row that the trail does not know: ${row.type} of ${row.ticket}, ${when(row.at)}, ${where}`
      found({ what: 'row-unlinked', words })
    },
    reached(n) {
      if (last.n >= n) return
      const words = `The trail of partition ${partition} should come to ${n}; what stands there cannot be read from ${last.n + 1} on`
      found({ what: 'link-missing', link: `${partition}/${last.n + 1}`, words })
      last = { n, hash: '' }
    },
    end() {
      const beyond = anchored.filter(({ n }) => n > last.n).sort((a, b) => a.n - b.n)
      const [first] = beyond
      if (!first) return
      const words = `The trail of partition ${partition} ends at ${last.n}; anchor ${first.anchor} of ${when(first.at)} has seen ${partition}/${first.n}: its end was cut off`
      found({ what: 'link-missing', link: `${partition}/${last.n + 1}`, anchor: first.anchor, words })
    }
  }
}
