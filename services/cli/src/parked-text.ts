import type { ParkedEntry } from './parked.ts'

const time = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ')

const state = ({ value }: ParkedEntry) =>
  value.replayedAt === undefined ? 'waits' : `replayed ${time(value.replayedAt)}`

/** One line each: id, topic, time (UTC), whether it was replayed, reason. */
export function parkedList(entries: readonly ParkedEntry[]): string {
  if (entries.length === 0) return 'Nothing is parked.\n'
  return entries
    .map(
      entry => `${entry.id}  ${entry.value.topic}  ${time(entry.value.at)}  ${state(entry)}  ${entry.value.reason}\n`
    )
    .join('')
}

export function parkedPage(entry: ParkedEntry): string {
  const { topic, at, reason, raw, cut, position } = entry.value
  const where = position ? ` at ${position.partition}/${position.offset}` : ''
  return [
    `id      ${entry.id}`,
    `topic   ${topic}${where}`,
    `parked  ${time(at)} UTC, ${state(entry)}`,
    `reason  ${reason}`,
    ...(cut ? ['cut     it was too long to be kept whole'] : []),
    '',
    raw,
    ''
  ].join('\n')
}
