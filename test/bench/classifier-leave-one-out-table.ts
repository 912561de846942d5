import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { type LeftOut, leaveOneOut } from './classifier-leave-one-out.ts'
import { leavesOf, type Peers } from './classifier-peers.ts'
import { figure, machine, table } from './machine.ts'

export interface LeaveOneOutOptions {
  /** Folder of the public files. */
  data?: string | undefined
  /** What peers/classifier.py printed with --json. */
  beside?: string | undefined
}

const WAYS = [
  ['three', 'intent'],
  ['four', 'intent+other']
] as const
type Way = (typeof WAYS)[number]
/** The best macro-F1 among the peers for a source; undefined where none was measured. */
type BestOf = (source: string, way: Way) => number | undefined

const say = (text: string) => process.stdout.write(`${text}\n`)
const given = (path: string) => resolve(process.env.INIT_CWD ?? '.', path)
const share = (number: number | undefined) => number?.toFixed(3) ?? '–'

/** Macro-F1 of the label on each source of letters that it has not learnt from, some 30 s for each. */
export async function leaveOneOutTable({ data, beside }: LeaveOneOutOptions): Promise<void> {
  if (data === undefined) throw new TypeError('--leave-one-out needs --data DIR, the folder of the public files')
  const bestOf = beside === undefined ? () => undefined : bestIn(beside)
  say(`The label on letters of a source that it has not learnt from\n${machine()}\n`)
  const told: LeftOut[] = []
  for (const left of leaveOneOut(given(data), segmenter().cut)) {
    process.stderr.write(`${left.source}: ${share(left.three.macroF1)}, ${share(left.four.macroF1)}\n`)
    told.push(left)
  }
  const head = ['three labels', '95 %', 'best peer', 'four labels', '95 %', 'best peer']
  say('Macro-F1; with four labels the Weibo posts of other.dev are asked too')
  say(table([['', 'letters', ...head], ...told.map(left => rowOf(left, bestOf))]))
}

function rowOf(left: LeftOut, bestOf: BestOf): string[] {
  const cells = WAYS.flatMap(way => {
    const { macroF1, interval } = left[way[0]]
    return [share(macroF1), interval.map(share).join('–'), share(bestOf(left.source, way))]
  })
  return [left.source, figure(left.three.count), ...cells]
}

function bestIn(file: string): BestOf {
  const { tasks } = JSON.parse(readFileSync(given(file), 'utf8')) as Peers
  const leaves = leavesOf(tasks).filter(({ path }) => path[0] === 'leave-one-source-out')
  return (source, [, task]) => {
    const found = leaves.filter(({ path }) => path[1] === source && path[2] === task)
    return found.length === 0 ? undefined : Math.max(...found.map(({ figures }) => figures.macroF1))
  }
}
