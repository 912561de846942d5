import { HuiyinError } from '@huiyin/domain/errors.ts'
import { checkAnchors, headsByPartition } from '@huiyin/domain/trail/check-anchors.ts'
import { type ChainCheck, checkChain, type Tally } from '@huiyin/domain/trail/check-chain.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { type Anchor, type Finding, TrailFileHead, TrailFileLine, type Verification } from '@huiyin/schemas/trail.ts'

const parseHead = parser(TrailFileHead, 'head of a trail')
const parseLine = parser(TrailFileLine, 'line of a trail')

const SHOWN = 50

interface FileOptions {
  now: number
  /** The public key that must have signed; absent: the one that the file names, to be compared by a person. */
  key?: string
}

/**
 * Proves an exported period by the file alone: nothing in it was altered, and between its first and its last anchor
 * nothing was left out. Throws INVALID_REQUEST for what is no such file.
 */
export async function verifyTrailFile(lines: AsyncIterable<string>, { now, key }: FileOptions): Promise<Verification> {
  const tally: Tally = { links: 0, rows: 0, redacted: 0, unanchored: 0 }
  const findings: Finding[] = []
  let broken = 0
  const found = (finding: Finding) => {
    broken += 1
    if (findings.length < SHOWN) findings.push(finding)
  }
  const anchors: Anchor[] = []
  let head: TrailFileHead | undefined
  let checks: Map<number, ChainCheck> | undefined
  let end: { anchors: number; links: number; rows: number } | undefined
  let number = 0
  let rows = 0

  const begun = () => {
    checks ??= beginChains(head!, anchors, { key, tally, found })
    return checks
  }
  for await (const text of lines) {
    number += 1
    if (text === '') continue
    if (!head) {
      head = headIn(text)
      continue
    }
    const line = lineIn(text, number)
    if ('anchor' in line) anchors.push(line.anchor)
    else if ('end' in line) end = line.end
    else {
      const { link, row } = line
      if (row) rows += 1
      const isInside = link.at >= head.from && link.at < head.to
      const check = begun().get(link.partition)
      if (check) check.link(link, row === undefined ? (isInside ? undefined : 'absent') : (row ?? undefined))
      else
        found({
          what: 'link-altered',
          link: `${link.partition}/${link.n}`,
          words: `No anchor knows partition ${link.partition}`
        })
    }
  }
  if (!head) throw noFile('it is empty')
  for (const check of begun().values()) check.end()
  const whole = end?.anchors === anchors.length && end.links === tally.links && end.rows === rows
  if (!whole)
    found({ what: 'link-missing', words: 'The file is not whole: its last line does not count what stands before it' })
  return {
    ...{ at: now, from: head.from, to: head.to, ok: broken === 0, ...tally },
    ...{ anchors: anchors.length, ...(head.key && { key: head.key }), broken, findings }
  }
}

interface Checking {
  key: string | undefined
  tally: Tally
  found: (finding: Finding) => void
}

/** Checks the anchors, and begins the chain of each partition that the last one knows. */
function beginChains(head: TrailFileHead, anchors: readonly Anchor[], { key, tally, found }: Checking) {
  const [first, last] = [anchors[0], anchors.at(-1)]
  if (key !== undefined && head.key !== key)
    found({ what: 'key-unknown', words: `The file names the key ${head.key || '(none)'}; ${key} was expected` })
  checkAnchors(anchors, { key: key ?? head.key, fromFirst: head.before === 0, found })
  const before = head.before > 0 ? first : undefined
  const frames =
    anchors.length === 0 ? head.behind === 0 : first!.n === Math.max(1, head.before) && last!.n === head.behind
  if (!frames || (before && before.at > head.from) || (last && last.at < head.to))
    found({ what: 'anchor-missing', words: 'The anchors of the file do not hold the period that it names' })
  const anchored = headsByPartition(anchors)
  return new Map(
    (last?.heads ?? []).map(({ partition }) => {
      const start = before?.heads.find(one => one.partition === partition)
      const heads = anchored.get(partition)?.filter(({ n }) => n > (start?.n ?? 0)) ?? []
      return [partition, checkChain({ partition, anchored: heads, before: start, tally, found })] as const
    })
  )
}

const noFile = (why: string) =>
  new HuiyinError('INVALID_REQUEST', `This is no exported trail: ${why}; huiyin audit export makes one`)

function headIn(text: string): TrailFileHead {
  try {
    return parseHead(JSON.parse(text))
  } catch {
    throw noFile('its first line does not say so')
  }
}

function lineIn(text: string, number: number): TrailFileLine {
  try {
    return parseLine(JSON.parse(text))
  } catch {
    throw noFile(`line ${number} is neither an anchor nor a link nor the end`)
  }
}
