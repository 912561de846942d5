import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Anchors } from '@huiyin/ports/anchors.ts'
import { Anchor } from '@huiyin/schemas/trail.ts'
import { Value } from 'typebox/value'

const PAGE = 1000

/** Where a house keeps its anchors beside the store: whoever cuts both has to find both. */
export const anchorsPath = (folder: string) => join(folder, 'anchors.jsonl')

/** Appends what the file has not got yet; it is on the disk when this answers. A line torn by a crash is written again. */
export async function keepAnchors(path: string, list: Anchors['list']): Promise<void> {
  const file = await open(path, 'a+', 0o600)
  try {
    const text = await file.readFile('utf8')
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole.length < text.length) await file.truncate(Buffer.byteLength(whole))
    let after = whole === '' ? 0 : anchorsIn(whole, path).at(-1)!.n
    while (true) {
      const anchors = await list({ after, atMost: PAGE })
      if (anchors.length === 0) break
      await file.appendFile(anchors.map(anchor => `${JSON.stringify(anchor)}\n`).join(''))
      after = anchors.at(-1)!.n
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The anchors of a file; none where there is no file. Throws INVALID_REQUEST that names the line that is none. */
export async function readAnchors(path: string): Promise<Anchor[]> {
  if (!(await stat(path).catch(() => undefined))) return []
  return anchorsIn(await readFile(path, 'utf8'), path)
}

function anchorsIn(text: string, path: string): Anchor[] {
  const lines = text.split('\n').slice(0, -1) // behind the last end of a line stands at most what a crash left unfinished
  return lines.map((line, i) => {
    const anchor = parsed(line)
    if (Value.Check(Anchor, anchor)) return anchor
    throw new HuiyinError('INVALID_REQUEST', `${path}, line ${i + 1} is no anchor: ${line.slice(0, 80)}`)
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // told as a line that is no anchor
  }
}
