import { resolve } from 'node:path'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { readCorpus } from '@huiyin/classifier/corpus.ts'
import { compare, corpusMatter, letterMatter } from './classifier-compare.ts'
import { leaveOneOutTable } from './classifier-leave-one-out-table.ts'
import { costs } from './classifier-length.ts'
import { naturalVersion, trainNatural } from './classifier-natural.ts'
import { type Ours, openOurs } from './classifier-ours.ts'
import { missingForPeers, runPeers } from './classifier-peers.ts'
import { behindSnownlp, peersTable } from './classifier-peers-table.ts'
import { sidesOf } from './classifier-sides.ts'
import { speedOf } from './classifier-speed.ts'
import { openTexts } from './classifier-texts.ts'
import {
  behindNatural,
  costTable,
  missedEvidence,
  missedLengths,
  missedSpeeds,
  qualityTable,
  type Speeds,
  speedTable
} from './classifier-verdict.ts'
import { machine } from './machine.ts'

const LENGTH = 60

export interface ClassifierOptions {
  /** Folder of the public files; the corpus of the house when absent. */
  data?: string | undefined
  quick: boolean
  peers: boolean
  strict: boolean
  'leave-one-out': boolean
  /** What the peers printed before, for --leave-one-out. */
  beside?: string | undefined
}

const say = (text: string) => process.stdout.write(`${text}\n`)

/**
 * The classifier beside natural's: macro-F1 and comments per second in one run, then what a character costs by length.
 * Sets a failing exit code when ours is not ahead in both; a missed bar fails with `strict` only.
 */
export async function classifier(options: ClassifierOptions): Promise<void> {
  const { data, quick, peers, strict } = options
  if (options['leave-one-out']) {
    if (quick || peers || strict) throw new TypeError('--leave-one-out goes with --data and --beside only')
    return leaveOneOutTable(options)
  }
  if (options.beside !== undefined) throw new TypeError('--beside goes with --leave-one-out only')
  if (peers && data === undefined) throw new TypeError('--peers needs --data DIR, the folder of the public files')
  say(`The classifier and natural ${naturalVersion()}, one process\n${machine()}\n`)
  const folder = data === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', data)
  const { cut } = segmenter()
  const ours = { without: openOurs(cut, { evidence: false }), with: openOurs(cut, { evidence: true }) }
  const { train, test, told } = folder === undefined ? corpusMatter({ quick }) : letterMatter(folder, { quick })
  const natural = trainNatural(train, cut)
  const quality = compare({ test }, ours.without, natural, folder !== undefined)
  say(`${told}${quick ? ' A sample of each (--quick).' : ''}\n\n${qualityTable(quality)}\n`)

  const textsOf = openTexts(readCorpus())
  const speeds = speedsOf(ours, natural, textsOf(LENGTH, quick ? 1_000 : 4_000), 200)
  say(`Comments of ${LENGTH} characters, median of five rounds\n${speedTable(speeds)}\n`)
  const cost = costs(textsOf, ours, { quick })
  say(`Processor time per character, in µs\n${costTable(cost)}\n`)

  const missed = [
    ...missedEvidence(ours.with, textsOf(LENGTH, 100)),
    ...missedSpeeds(speeds),
    ...missedLengths(cost),
    ...(peers && folder !== undefined ? besidePeers(folder, ours.without, quick) : [])
  ]
  for (const sentence of missed) say(`MISSED ${sentence}`)
  const behind = behindNatural(quality, speeds)
  for (const sentence of behind) say(`BEHIND ${sentence}`)
  if (behind.length === 0) say('Ours is ahead of natural in macro-F1 and in comments per second.')
  if (behind.length > 0 || (strict && missed.length > 0)) process.exitCode = 1
}

/** natural is asked fewer of the same comments: it needs milliseconds for each. */
function speedsOf(
  ours: { without: Ours; with: Ours },
  natural: (text: string) => string,
  texts: readonly string[],
  fewer: number
): Speeds {
  const few = texts.slice(0, fewer)
  return {
    without: speedOf(() => ours.without(texts), texts.length),
    with: speedOf(() => ours.with(texts), texts.length),
    natural: speedOf(() => {
      for (const text of few) natural(text)
    }, few.length)
  }
}

/** Prints scikit-learn, fastText and SnowNLP beside ours; returns where ours is not far enough ahead of SnowNLP. */
function besidePeers(folder: string, ours: Ours, quick: boolean): string[] {
  const python = process.env.PYTHON ?? 'python3'
  const missing = missingForPeers(python)
  if (missing !== undefined) {
    say(`${missing}\n`)
    return []
  }
  const peers = runPeers(python, folder, { quick })
  const sides = sidesOf(folder, ours, { quick, known: new Set(peers.knownToSnownlp) })
  say(`${peersTable(peers, sides)}\n`)
  return behindSnownlp(peers, sides)
}
