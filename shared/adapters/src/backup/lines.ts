import type { LinePack } from './manifest.ts'
import type { Place } from './place.ts'

/** Lines of one pack: they are short, and repeat themselves. */
const BYTES = 4 * 1024 * 1024

/** Gathers lines into packs. */
export function openLines(place: Place) {
  const packs: LinePack[] = []
  let open: string[] = []
  let bytes = 0

  async function end(): Promise<LinePack | undefined> {
    if (open.length === 0) return
    const pack = { id: await place.put(Buffer.from(open.join('\n'))), lines: open.length }
    packs.push(pack)
    open = []
    bytes = 0
    return pack
  }

  return {
    packs,
    end,
    /** The pack, when it has become full. */
    async add(line: string): Promise<LinePack | undefined> {
      open.push(line)
      bytes += line.length
      return bytes >= BYTES ? end() : undefined
    }
  }
}

export async function linesOf(place: Place, { id }: LinePack, part: string): Promise<string[]> {
  const text = (await place.get(id, part)).toString('utf8')
  return text === '' ? [] : text.split('\n')
}
