import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Label } from '@huiyin/schemas/names.ts'

const READINGS = new URL('../../readings/labels.tsv', import.meta.url)
const LABELS: Record<string, Label> = { i: 'inquiry', s: 'suggestion', c: 'complaint', o: 'other' }

/** How a text is named where it may not be repeated: the first 16 hexadecimal digits of its sha1. */
export const nameOf = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 16)

/** Opens what was read: the label of a public text by its digest, or undefined when nobody read it. */
export function labelsRead(): (text: string) => Label | undefined {
  const rows = readFileSync(READINGS, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t') as [string, string])
  const labels = new Map(rows.map(([name, label]) => [name, LABELS[label]]))
  return text => labels.get(nameOf(text))
}
