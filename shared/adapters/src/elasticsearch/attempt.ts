import type { PutResult } from '@huiyin/ports/documents.ts'
import { bareSourceOf, engineId, sourceOf, type Write } from './document.ts'
import { type Held, newToken, ringWith } from './held.ts'

/** A write on its way: where it goes, and by which token it is known again in the document. Changes as it goes. */
export interface Attempt {
  write: Write
  /** Its place among the writes of the call. */
  at: number
  index: string
  id: string
  token: string
  puts: string[]
  held?: Held
  /** JSON in UTF-8. */
  source: Buffer
  bare: boolean
  /** It goes in a request of its own: one with others was refused. */
  alone: boolean
}

/** What an answer, or the lack of one, says of a write. */
export type Verdict =
  | { is: 'done'; result: PutResult }
  /** It may have won: the document must be read. */
  | { is: 'doubtful'; cause: unknown }
  /** It has not won, and can be repeated; `moving`: once the index takes writes again, or another one does. */
  | { is: 'again'; cause: unknown; moving?: true }
  /** The index takes no writes, or is gone: it may have been replaced. */
  | { is: 'elsewhere'; cause: unknown }

export function begin(write: Write, at: number, index: string): Attempt {
  const token = newToken()
  const puts = ringWith(token, write.held?.puts)
  const source = Buffer.from(sourceOf(write, puts))
  const { held } = write
  return {
    ...{ write, at, token, puts, held, source },
    index: held?.index ?? index,
    id: engineId(write.id),
    bare: false,
    alone: false
  }
}

/** The line before the document in a bulk. */
export const actionOf = ({ index, id, held }: Attempt) =>
  held
    ? JSON.stringify({ index: { _index: index, _id: id, if_seq_no: held.seqNo, if_primary_term: held.term } })
    : JSON.stringify({ create: { _index: index, _id: id } })

/** The engine does not like the document: once more with a bare projection, then never. */
export function refused(attempt: Attempt, reason: string): Verdict {
  if (attempt.bare) return { is: 'done', result: { outcome: 'refused', reason } }

  attempt.bare = true
  attempt.source = Buffer.from(bareSourceOf(attempt.write, attempt.puts))
  return { is: 'again', cause: reason }
}
