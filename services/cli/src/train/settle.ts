import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readWeights, type Weights } from '@huiyin/classifier/model.ts'
import { writeWeights } from '@huiyin/classifier/training/write-weights.ts'
import { spinner, terminalLogger } from '../terminal.ts'
import type { Verdict } from './judge-models.ts'

/** What the person reads at the end, and whether the new weights were refused. */
export type Trained = { text: string; refused: boolean }

/** Weights in a folder; undefined when there are none, or none for the features of this version. */
export function weightsInUse(folder: string): Weights | undefined {
  if (!existsSync(join(folder, 'linear.json'))) return
  try {
    return readWeights(urlOf(folder))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    terminalLogger.warn({}, `${error.message}; they are not compared with`)
  }
}

const urlOf = (folder: string) => pathToFileURL(`${resolve(folder)}/`)

const TELL_EVERY = 5_000

/** On a terminal a line that changes, into a pipe one every five seconds. */
export function withProgress(work: (tell: (message: string) => void) => Weights): Weights {
  const progress = spinner('learning')
  const began = performance.now()
  let toldAt = began - TELL_EVERY
  const tell = (message: string) => {
    const now = performance.now()
    const line = `${Math.round((now - began) / 1000)} s  ${message}`
    if (process.stderr.isTTY) progress.say(line)
    else if (now - toldAt >= TELL_EVERY) {
      toldAt = now
      process.stderr.write(`${line}\n`)
    }
  }
  try {
    return work(tell)
  } finally {
    progress.end()
  }
}

export interface Settling {
  verdict: Verdict
  after: Weights
  folder: string
  command: { force?: boolean; dryRun?: boolean }
  head: string
  next: string
}

/** Writes the new weights unless they are worse; says what became of them. */
export function settle({ verdict, after, folder, command, head, next }: Settling): Trained {
  const { text, worse } = verdict
  const told = `${head}${text}\n`
  if (worse !== undefined && !command.force)
    return {
      text: `${told}Refused: ${worse}.\nNothing was written; --force writes them all the same.\n`,
      refused: true
    }
  if (command.dryRun)
    return { text: `${told}Nothing was written; run it without --dry-run to keep them.\n`, refused: false }
  const bytes = writeWeights(urlOf(folder), after)
  const forced = worse === undefined ? '' : `Worse, and kept all the same: ${worse}.\n`
  const kept = `Wrote ${after.manifest.model}, ${bytes.toLocaleString('en-US')} bytes, to ${folder}`
  return { text: `${told}${forced}${kept}.${next && ` ${next}`}\n`, refused: false }
}
