import type { Anchor, Finding } from '@huiyin/schemas/trail.ts'
import { anchorHash, isSigned } from './anchor.ts'
import type { Anchored } from './check-chain.ts'

const when = (at: number) => new Date(at).toISOString()

interface AnchorOptions {
  /** The public key that must have signed; absent: whatever key the first one names. */
  key?: string | undefined
  /** They begin at the first one; otherwise they may begin anywhere. */
  fromFirst: boolean
  found: (finding: Finding) => void
}

/** Checks anchors in the order of their numbers: signatures, and that none is missing between two. */
export function checkAnchors(anchors: readonly Anchor[], { key, fromFirst, found }: AnchorOptions): void {
  const expected = key ?? anchors[0]?.key
  let before: Anchor | undefined
  for (const anchor of anchors) {
    const n = (before?.n ?? (fromFirst ? 0 : anchor.n - 1)) + 1
    const name = `Anchor ${anchor.n} (${when(anchor.at)})`
    if (!isSigned(anchor)) {
      found({
        what: 'anchor-altered',
        anchor: anchor.n,
        words: `${name} was altered: its signature is not of what it says`
      })
    } else if (anchor.key !== expected) {
      found({ what: 'key-unknown', anchor: anchor.n, words: `${name} was signed by another key than ${expected}` })
    } else if (anchor.n !== n) {
      found({ what: 'anchor-missing', anchor: n, words: `Anchor ${n} is missing: ${name} comes next` })
    } else if ((before || fromFirst) && anchor.prev !== (before ? anchorHash(before) : '')) {
      found({
        what: 'anchor-altered',
        anchor: n,
        words: `${name} does not follow the anchor before it as that one stands`
      })
    }
    before = anchor
  }
}

/** What anchors say of each partition. */
export function headsByPartition(anchors: readonly Anchor[]): Map<number, Anchored[]> {
  const heads = anchors.flatMap(({ n: anchor, at, heads }) => heads.map(head => ({ ...head, anchor, at })))
  return Map.groupBy(heads, ({ partition }) => partition)
}
