import { randomBytes } from 'node:crypto'
import type { Records } from './records.ts'

const KIND = 'secret'

/** A secret of this installation by its id: made once by whoever comes first; every instance signs with the same. */
export function signingSecret(records: Records, id: string): () => Promise<string> {
  let known: Promise<string> | undefined
  return () => {
    known ??= ensured(records, id).catch(error => {
      known = undefined // asked again the next time
      throw error
    })
    return known
  }
}

async function ensured(records: Records, id: string): Promise<string> {
  const read = async () => (await records.get<{ key: string }>(KIND, id))?.document.value.key
  const before = await read()
  if (before !== undefined) return before
  await records.create(KIND, { id, value: { key: randomBytes(32).toString('base64url') } })
  return (await read())!
}
