import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { generate, sayingsDigest } from './generate.ts'

const FOLDER = join(import.meta.dirname, '../../.cache/dataset')

/** The file of N made-up comments, one JSON object per line; made when it is not there. */
export async function datasetFile(n: number): Promise<string> {
  const file = join(FOLDER, `${n}-${sayingsDigest}.jsonl`)
  if (existsSync(file)) return file
  await mkdir(FOLDER, { recursive: true })
  const lines = generate(n).map(observation => `${JSON.stringify(observation)}\n`)
  await pipeline(Readable.from(lines), createWriteStream(`${file}.${process.pid}`))
  await rename(`${file}.${process.pid}`, file)
  return file
}

export async function dataset(n: number): Promise<Observation[]> {
  const text = await readFile(await datasetFile(n), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Observation)
}

if (import.meta.main) {
  const n = Number(process.argv[2])
  if (!Number.isInteger(n) || n < 1) {
    process.stderr.write('Say how many comments: npm run dataset -- 20000\n')
    process.exit(1)
  }
  const file = await datasetFile(n)
  const all = await dataset(n)
  const lengths = all.map(({ text }) => text.length).toSorted((a, b) => a - b)
  const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)]
  const size = Math.round((await stat(file)).size / 1024)
  process.stdout.write(`${file}: ${n} lines, ${new Set(all.map(({ id }) => id)).size} comments, `)
  process.stdout.write(`${new Set(all.map(({ key }) => key)).size} threads, ${size} KB; characters: `)
  process.stdout.write(`median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}\n`)
}
