import { idOf, textHash } from '@huiyin/domain/ids.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'

/** The words that were ever used as tags: what a person chooses from before they write another. */
const KIND = 'tag'
type Word = { tag: string }

const known = new WeakMap<Records, Set<string>>()

/** Keeps words that are new. */
export async function noteTags(records: Records, tags: readonly string[]): Promise<void> {
  const seen = known.get(records) ?? new Set()
  known.set(records, seen)
  const fresh = tags.filter(tag => !seen.has(tag))
  if (fresh.length === 0) return
  await records.createEach<Word>(
    KIND,
    fresh.map(tag => ({ id: idOf(textHash(tag).slice(0, 32)), value: { tag } }))
  )
  await records.refresh()
  for (const tag of fresh) seen.add(tag)
}

/** In the order of their characters. */
export async function knownTags(records: Records): Promise<string[]> {
  const words = await Array.fromAsync(entriesOf<Word>(records, KIND))
  return words.map(({ value }) => value.tag).sort()
}
