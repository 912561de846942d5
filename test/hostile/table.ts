import { KINDS } from '@huiyin/simulator/control.ts'
import type { PlatformKind } from '@huiyin/simulator/things.ts'
import { idOfComment } from './citizens.ts'
import type { Findings } from './everything.ts'
import { MINUTE } from './time.ts'
import { allOf } from './verdict-comments.ts'

const HEAD = ['', 'comments', 'calm', 'foul', 'left alone', 'calls, most of quota', 'deleted', 'edited', 'replies']

/** The figures of an hour, as a person reads them: delays are medians and 99th percentiles. */
export function table(found: Findings, seconds: number): string {
  const { spent, deaths, weather, kept, replies } = found
  const rows = [HEAD, ...KINDS.map(kind => [kind, ...figuresOf(found, kind)])]
  const widths = HEAD.map((_, i) => Math.max(...rows.map(row => row[i]!.length)))
  const lines = rows.map(row => `  ${row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')}`)
  const parts = Object.entries(spent).map(([part, ms]) => `${part} ${Math.round(ms / 1000)}`)
  return [
    ...lines,
    '',
    `  faults ${weather.faults}, collectors killed ${deaths}, tickets ${kept.tickets.size}, replies ${replies.length}`,
    `  items for persons ${countOf(kept.items.map(({ kind }) => kind))}`,
    `  real seconds ${Math.round(seconds)}: ${parts.join(', ')}`
  ].join('\n')
}

function figuresOf(
  { simulator, discovery, weather, away, quotas, changes, replies, kept }: Findings,
  kind: PlatformKind
) {
  const comments = allOf(simulator).filter(({ platform, author }) => platform === kind && author)
  const delays: Record<'calm' | 'foul' | 'away', number[]> = { calm: [], foul: [], away: [] }
  for (const comment of comments) {
    const { publishedAt } = comment
    const foundAt = discovery.first.get(idOfComment(comment))
    if (foundAt === undefined) continue
    const when = away.was(comment, publishedAt, foundAt) ? 'away' : weather.isFoul(publishedAt) ? 'foul' : 'calm'
    delays[when].push(foundAt - publishedAt)
  }
  const own = new Set(comments.map(idOfComment))
  const of = (map: ReadonlyMap<string, number>) => [...map].filter(([id]) => own.has(id))
  const noticed = (done: ReadonlyMap<string, number>, seen: ReadonlyMap<string, number>) => {
    const late = of(done).flatMap(([id, at]) => ((seen.get(id) ?? 0) >= at ? [seen.get(id)! - at] : []))
    return of(done).length === 0 ? '-' : `${late.length} of ${of(done).length}, ${spread(late)}`
  }
  const asked = quotas.filter(({ platform }) => platform === kind)
  const most = Math.max(...asked.flatMap(({ windows }) => windows.map(({ used, limit }) => used / limit)))
  const calls = asked.reduce((sum, one) => sum + one.calls, 0)
  const ours = replies.filter(({ platform }) => platform === kind)
  const states = ours.map(
    ({ ticket, reply }) => kept.tickets.get(ticket)?.replies.find(({ id }) => id === reply)?.state
  )
  return [
    String(comments.length),
    spread(delays.calm),
    spread(delays.foul),
    `${delays.away.length}: ${spread(delays.away)}`,
    `${calls}, ${Math.round(most * 100)} %`,
    noticed(changes.deleted, discovery.deleted),
    noticed(changes.edited, discovery.changed),
    countOf(states.map(String))
  ]
}

function spread(delays: readonly number[]): string {
  const sorted = delays.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  return sorted.length === 0 ? '-' : `${told(at(0.5)!)} ${told(at(0.99)!)}`
}

const told = (ms: number) => (ms < 2 * MINUTE ? `${Math.round(ms / 1000)} s` : `${(ms / MINUTE).toFixed(1)} min`)

const countOf = (names: readonly string[]): string =>
  [...Map.groupBy(names, name => name)].map(([name, all]) => `${name} ${all.length}`).join(', ') || 'none'
