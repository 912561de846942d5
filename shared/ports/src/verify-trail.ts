import { checkAnchors, headsByPartition } from '@huiyin/domain/trail/check-anchors.ts'
import { type Anchored, type ChainCheck, checkChain, type Tally } from '@huiyin/domain/trail/check-chain.ts'
import { isRowOf, linkId } from '@huiyin/domain/trail/link.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import type { Anchor, Finding, Link, Verification } from '@huiyin/schemas/trail.ts'
import type { Anchors } from './anchors.ts'
import type { History } from './history.ts'
import { growing, matched, placeBefore, rowsBetween } from './rows-of-links.ts'
import type { LinkRange, Trail } from './trail.ts'

/** What is verified, wherever it stands. */
export interface TrailSource {
  heads: Trail['heads']
  links: Trail['links']
  at: Trail['at']
  range: Trail['range']
  between: History['between']
  anchors: Anchors['list']
  /** The public key. Throws as `Anchors.key`. */
  key: Anchors['key']
}

export interface VerifyOptions {
  now: number
  /** Only what happened from (inclusive) to (exclusive), with all that was anchored around it. */
  from?: number
  to?: number
  /** Anchors as a file beside the house has kept them. */
  kept?: readonly Anchor[]
  /** Called as links are checked. */
  moves?: (done: number, total: number) => void
  signal?: AbortSignal
}

const PAGE = 500
const SHOWN = 50

/** Proves the trail unbroken, or names what is not as it was written, in the order of the chains. */
export async function verifyTrail(source: TrailSource, options: VerifyOptions): Promise<Verification> {
  const { now, from, to, moves = () => {} } = options
  const tally: Tally = { links: 0, rows: 0, redacted: 0, unanchored: 0 }
  const findings: Finding[] = []
  let broken = 0
  const found = (finding: Finding) => {
    broken += 1
    if (findings.length < SHOWN) findings.push(finding)
  }

  const anchors = await everyAnchor(source)
  const key = anchors.length > 0 || options.kept?.length ? await source.key() : undefined
  const walks = await walksOf(source, options, [...anchors, ...(options.kept ?? [])])
  const total = walks.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  for (const walk of walks) {
    const step = () => moves(tally.links, total)
    await walkChain(source, { walk, tally, found, step, ...(options.signal && { signal: options.signal }) })
  }
  checkAnchors(anchors, { key, fromFirst: true, found })
  if (options.kept) checkKept(options.kept, anchors, { key, found })
  return {
    at: now,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ok: broken === 0,
    ...tally,
    anchors: anchors.length,
    ...(key !== undefined && { key }),
    broken,
    findings
  }
}

export async function everyAnchor({ anchors }: Pick<TrailSource, 'anchors'>): Promise<Anchor[]> {
  const all: Anchor[] = []
  while (true) {
    const page = await anchors({ after: all.at(-1)?.n ?? 0, atMost: PAGE })
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

/** A file may lack what was made elsewhere, but what it has must stand among the records too. */
function checkKept(
  kept: readonly Anchor[],
  anchors: readonly Anchor[],
  { key, found }: { key: string | undefined; found: (finding: Finding) => void }
): void {
  const standing = new Map(anchors.map(anchor => [anchor.n, anchor]))
  for (const anchor of kept) {
    checkAnchors([anchor], { key, fromFirst: false, found })
    const same = standing.get(anchor.n)
    if (same?.signature === anchor.signature) continue
    const words = same
      ? `Anchor ${anchor.n} of the file is another than the one in the store`
      : `Anchor ${anchor.n} of the file is missing in the store: it was taken out`
    found({ what: same ? 'anchor-altered' : 'anchor-missing', anchor: anchor.n, words })
  }
}

interface Walk {
  partition: number
  first: number
  last: number
  anchored: Anchored[]
}

/** What is to be walked in each partition: all, or from the anchor before a period to the one behind it. */
async function walksOf(source: TrailSource, options: VerifyOptions, anchors: readonly Anchor[]): Promise<Walk[]> {
  const anchored = headsByPartition(anchors)
  const ends = new Map((await source.heads()).map(({ partition, n }) => [partition, n]))
  const { from, to } = options
  const partitions = [...new Set([...ends.keys(), ...anchored.keys()])].sort((a, b) => a - b)
  const whole = partitions.map((partition): Walk => {
    return { partition, first: 1, last: ends.get(partition) ?? 0, anchored: anchored.get(partition) ?? [] }
  })
  if (from === undefined && to === undefined) return whole
  const ranges = await source.range({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) })
  return whole.map(walk => around(walk, ranges.find(({ partition }) => partition === walk.partition) ?? NONE, options))
}

/** Of a period in which nothing stands: what stood there may have been taken out, and the anchors around it know. */
const NONE = { first: Number.POSITIVE_INFINITY, last: 0 }

function around(
  walk: Walk,
  range: Pick<LinkRange, 'first' | 'last'>,
  { from = 0, to = Number.POSITIVE_INFINITY }: VerifyOptions
): Walk {
  const before = walk.anchored.filter(({ n, at }) => n <= range.first && at <= from).map(({ n }) => n)
  const behind = walk.anchored.filter(({ n, at }) => n >= range.last && at >= to).map(({ n }) => n)
  const first = Math.max(1, ...before)
  const last = Math.min(walk.last, ...behind)
  // What is anchored beyond the end of the chain shows that it was cut, whatever the period.
  const anchored = walk.anchored.filter(({ n }) => n >= first && (n <= last || n > walk.last))
  return { ...walk, first, last, anchored }
}

interface Walking {
  walk: Walk
  tally: Tally
  found: (finding: Finding) => void
  step: () => void
  signal?: AbortSignal
}

async function walkChain(source: TrailSource, { walk, tally, found, step, signal }: Walking): Promise<void> {
  const { partition, first, last, anchored } = walk
  const before = first > 1 ? (await source.links({ partition, afterN: first - 2, atMost: 1 }))[0] : undefined
  const known = before?.n === first - 1 ? before : undefined
  const check = checkChain({
    partition,
    anchored,
    before: known ?? (first > 1 ? { n: first - 1, hash: '' } : undefined),
    tally,
    found
  })
  let offset = known?.offset
  for (let at = first - 1; at < last; ) {
    signal?.throwIfAborted()
    const atMost = Math.min(PAGE, last - at)
    const links = (await source.links({ partition, afterN: at, atMost })).filter(({ n }) => n <= last)
    if (links.length === 0) break
    for (const part of growing(links)) {
      await checkPart(source, check, part, offset)
      offset = part.at(-1)!.offset
    }
    at = links.at(-1)!.n
    step()
  }
  check.reached(last)
  check.end()
}

/** Checks links with the rows that stand from behind `from`, the place of the link before, to the last one's place. */
async function checkPart(source: TrailSource, check: ChainCheck, links: readonly Link[], from: string | undefined) {
  const [first, last] = [links[0]!, links.at(-1)!]
  const follows = from !== undefined && Number(from) < Number(first.offset)
  const rows = await rowsBetween(source, {
    partition: first.partition,
    from: follows ? from : placeBefore(first),
    to: last.offset
  })
  const found = matched(links, rows)
  for (const link of links) check.link(link, found.get(linkId(link)))
  const taken = new Set(found.values())
  const others = rows.filter(row => !taken.has(row))
  for (const row of await strays(source, others)) check.stray(row)
}

/** Those that no link stands for: a log that was begun anew counts its places again, and other links stand for them. */
async function strays(source: TrailSource, rows: readonly HistoryRow[]): Promise<HistoryRow[]> {
  if (rows.length === 0) return []
  const places = rows.map(({ partition, offset }) => ({ partition, offset }))
  const links = await source.at(places)
  return rows.filter(row => !links.some(link => isRowOf(row, link)))
}
