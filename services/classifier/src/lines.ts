import { readFileSync } from 'node:fs'

/** Rows of a JSON Lines file. Throws with file and line number where a line is not an object with a `text`. */
export function readLines<Row extends { text: string }>(file: string | URL): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return []
      const where = `${file}:${i + 1}`
      let row: unknown
      try {
        row = JSON.parse(line)
      } catch (cause) {
        throw new TypeError(`${where}: expected one JSON object per line`, { cause })
      }
      if (typeof row !== 'object' || row === null || typeof (row as Row).text !== 'string') {
        throw new TypeError(`${where}: expected an object with a "text"; got ${line.slice(0, 80)}`)
      }
      return [row as Row]
    })
}
