import type { PartRow, RebuildRow } from '@huiyin/ports/rebuild-row.ts'
import type { RebuildStatus } from '@huiyin/ports/rebuilds.ts'
import { figure, tableText } from '../table.ts'

const STANDS: Record<PartRow['state'], string> = {
  waiting: 'waits',
  copying: 'is being copied',
  verifying: 'is being compared',
  swapping: 'is compared, what came meanwhile is being copied',
  swapped: 'is done',
  failed: 'has failed'
}

/** What is being done now, in a few words. */
export function nowText({ parts }: RebuildRow): string {
  const done = parts.filter(({ state }) => state === 'swapped').length
  const now = parts.find(({ state }) => state !== 'swapped')
  return now ? `${now.part} ${STANDS[now.state]} (${done + 1} of ${parts.length})` : 'done'
}

/** How it ended. */
export function endText(row: RebuildRow): string {
  const lines = row.parts.filter(({ state }) => state === 'swapped').map(partText)
  if (row.failed !== undefined) {
    return `${[...lines, `It ended before it was done: ${row.failed}.`, 'What served before serves on.'].join('\n')}\n`
  }
  const how = row.back ? 'huiyin rebuild --rollback goes forth again' : 'huiyin rebuild --rollback goes back to them'
  return `${[...lines, `The ones before are kept: ${how}, huiyin rebuild --drop-old removes them.`].join('\n')}\n`
}

function partText({ part, checked, copying, waited = 0, startedAt = 0, swappedAt = 0 }: PartRow): string {
  const seconds = Math.max(0.1, (swappedAt - startedAt) / 1000)
  const { documents = 0, checksum = '' } = checked ?? {}
  return `${part}: ${figure(documents)} documents in ${seconds.toFixed(1)} s, checksum ${checksum}, ${copying?.from} → ${copying?.into}; writes waited ${figure(waited)} ms`
}

/** What serves, what is kept, and whether it should be rebuilt. */
export function statusText({ parts, row }: RebuildStatus): string {
  const rows = parts.map(({ part, serving, documents, upToDate, kept, keptSince = 0 }) => [
    part,
    figure(documents),
    serving,
    kept ? `${kept} since ${new Date(keptSince).toISOString().slice(0, 10)}` : '–',
    upToDate ? 'yes' : 'no: huiyin rebuild --due'
  ])
  const stands = tableText([['part', 'documents', 'serves', 'kept', 'as this version makes it'], ...rows], 'texts')
  return `${stands}${row ? `\n${lastText(row)}\n` : ''}`
}

function lastText(row: RebuildRow): string {
  const asked = `${row.back ? 'Going back' : 'A rebuild'} was asked for by ${row.by} at ${new Date(row.askedAt).toISOString()}`
  if (row.endedAt === undefined)
    return `${asked} and stands unfinished: ${nowText(row)}. huiyin rebuild goes on with it.`
  if (row.failed !== undefined) return `${asked} and ended before it was done: ${row.failed}.`
  return `${asked} and ended at ${new Date(row.endedAt).toISOString()}.`
}
