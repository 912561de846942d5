import type { Files } from '@huiyin/ports/files.ts'

/** A part of a file: so much of it goes into one line of a conversation. */
export type PieceOf = { sha256: string; from: number; length: number }

/** What carries files out of the process that keeps them; in base64. */
export interface Pieces {
  piece: (of: PieceOf) => Promise<string>
}

/** In bytes: in base64 it fits into a line of a conversation. */
export const PIECE = 700 * 1024

/** A part of a kept file in base64. Throws ATTACHMENT_DAMAGED. */
export async function keptPiece(files: Pick<Files, 'open'>, { sha256, from, length }: PieceOf): Promise<string> {
  const { content } = await files.open(sha256)
  let at = 0
  const parts: Uint8Array[] = []
  for await (const chunk of content as AsyncIterable<Uint8Array>) {
    const [start, end] = [Math.max(0, from - at), Math.min(chunk.length, from + length - at)]
    if (end > start) parts.push(chunk.subarray(start, end))
    at += chunk.length
    if (at >= from + length) break
  }
  return Buffer.concat(parts).toString('base64')
}
