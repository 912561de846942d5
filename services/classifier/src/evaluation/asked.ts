import { basename } from 'node:path'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { isHeldOut, readCorpus } from '../corpus.ts'
import { type Placed, streamLines } from '../lines.ts'
import { RIGHT, RIGHT_CLASSES, type Row, type Task } from './tasks.ts'

/** What is asked of a model. */
export interface Asking {
  task: Task
  /** JSON Lines of any size. */
  files: readonly string[]
  /** Also the corpus lines that are never trained on. */
  heldOut?: boolean
  /** Chooses between these alone, and leaves out the lines of others. */
  classes?: readonly string[]
  /** Counts lines that cannot be understood, instead of throwing. */
  skipBad?: boolean
}

/** A text, and what is right of it. */
export type Asked = { right: string; text: string; source?: string }

const AT_ONCE = 500
const CHARACTERS_AT_ONCE = 100_000

/** How far the reading is: bytes, lines not understood, lines that are left out. */
export type Read = { bytes: number; bad: number; leftOut: number }

/** What is asked, in lots of a size that one waits little for. */
export async function* lotsOf(options: Asking, read: Read): AsyncGenerator<Asked[]> {
  let lot: Asked[] = []
  let characters = 0
  for await (const asked of allAsked(options, read)) {
    lot.push(asked)
    characters += asked.text.length
    if (lot.length < AT_ONCE && characters < CHARACTERS_AT_ONCE) continue
    yield lot
    lot = []
    characters = 0
  }
  if (lot.length > 0) yield lot
}

async function* allAsked(options: Asking, read: Read): AsyncGenerator<Asked> {
  for (const file of options.files) yield* askedOf(options, file, read)
  if (!options.heldOut) return
  const rows = readCorpus().filter(({ text }) => isHeldOut(text))
  for (const row of rows) yield* asked(options, { row, where: 'the corpus' }, read)
}

async function* askedOf(options: Asking, file: string, read: Read): AsyncGenerator<Asked> {
  const onBytes = (bytes: number) => {
    read.bytes += bytes
  }
  const onBad = () => void read.bad++
  const before = { ...read }
  let lines = 0
  let found = 0
  for await (const some of streamLines<Row>(file, { onBytes, ...(options.skipBad && { onBad }) })) {
    for (const placed of some) {
      lines++
      const taken = asked(options, placed, read)
      found += taken.length
      yield* taken
    }
  }
  if (found > 0) return
  const bad = read.bad - before.bad
  if (lines + bad === 0) throw invalid(`${file} is empty; expected JSON Lines with "text" and "label"`)
  const wanted = options.classes ? `one of the classes ${options.classes.join(',')}` : `a class of ${options.task}`
  throw invalid(`${basename(file)}: none of its ${lines + bad} lines has ${wanted}`)
}

/** None when the line tells nothing of the task. Throws when what it tells is not known, unless that is counted. */
function asked(options: Asking, { row, where }: Placed<Row>, read: Read): Asked[] {
  const { task, classes, skipBad } = options
  const { text, source } = row
  const right = RIGHT[task](row)
  if (right === undefined || (classes && !classes.includes(right))) {
    read.leftOut++
    return []
  }
  if (!RIGHT_CLASSES[task].includes(right)) {
    if (!skipBad)
      throw invalid(
        `${where}: expected the ${task} to be one of ${RIGHT_CLASSES[task].join(',')}; got ${JSON.stringify(right)}`
      )
    read.bad++
    return []
  }
  return [{ right, text, ...(typeof source === 'string' && { source }) }]
}

const invalid = (message: string) => new HuiyinError('INVALID_REQUEST', message)
