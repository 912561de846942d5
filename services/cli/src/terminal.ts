import type { Logger } from '@huiyin/ports/logger.ts'
import ora from 'ora'
import type { Tally } from './import/report.ts'
import type { Watcher } from './import/run-import.ts'

const told = new Map<string, number>()

/** Each sentence once, however often it is true; `tellRest` says how often it was. */
function tell(_fields: object, message: string): void {
  const times = (told.get(message) ?? 0) + 1
  told.set(message, times)
  if (times === 1) process.stderr.write(`huiyin: ${message}\n`)
}

/** What the services of this process have to say to the person who waits: warnings only, one sentence each. */
export const terminalLogger: Logger = { info: () => {}, warn: tell, error: tell }

export function tellRest(): void {
  for (const [message, times] of told)
    if (times > 1) process.stderr.write(`huiyin: ${times.toLocaleString('en-US')} times: ${message}\n`)
  told.clear()
}

export interface Spinner {
  /** Shown at once, also by work that leaves no turn to others. */
  say: (text: string) => void
  end: () => void
}

/** Whether a line that changes can be shown. */
export const isShown = () => process.stderr.isTTY && process.stderr.columns > 0

/** A line on a terminal that changes; not a word into a pipe, nor to a terminal that has no width. */
export function spinner(first: string): Spinner {
  const { isTTY, columns } = process.stderr
  const turning = ora({ stream: process.stderr, discardStdin: false, isSilent: !isTTY || !columns }).start(first)
  return {
    say: text => {
      turning.text = text
      turning.render()
    },
    end: () => void turning.stop()
  }
}

const WIDTH = 30

/** A bar on a terminal; not a word into a pipe, nor to a terminal that has no width. */
export function progressBar(): Watcher & { end: () => void } {
  const { isTTY, columns } = process.stderr
  const spinner = ora({ stream: process.stderr, discardStdin: false, isSilent: !isTTY || !columns })
  let total = 1
  let done = 0
  return {
    begins: ({ bytes }) => {
      total = Math.max(1, bytes)
      spinner.start('reading')
    },
    moves: (bytes, tally) => {
      done += bytes
      spinner.text = barText(Math.min(1, done / total), tally)
    },
    drains: () => {
      spinner.text = 'classifying and storing the last of them'
    },
    end: () => void spinner.stop()
  }
}

/** A bar for work that is counted beforehand; shown as the one above. */
export function shareBar(what: string): { moves: (done: number, total: number) => void; end: () => void } {
  const { isTTY, columns } = process.stderr
  const spinner = ora({ stream: process.stderr, discardStdin: false, isSilent: !isTTY || !columns })
  return {
    moves: (done, total) => {
      if (!spinner.isSpinning) spinner.start()
      spinner.text = `${filled(total === 0 ? 1 : done / total)}  ${done.toLocaleString('en-US')} ${what}`
      spinner.render()
    },
    end: () => void spinner.stop()
  }
}

/** A bar that says how long it will still take, as far as one can tell from what it did so far. */
export function timedBar(): { moves: (share: number, what: string) => void; end: () => void } {
  const { isTTY, columns } = process.stderr
  const spinner = ora({ stream: process.stderr, discardStdin: false, isSilent: !isTTY || !columns })
  let first: { at: number; share: number } | undefined
  return {
    moves: (share, what) => {
      if (!spinner.isSpinning) spinner.start()
      first ??= { at: performance.now(), share }
      const took = performance.now() - first.at
      const done = share - first.share
      const left = done > 0.005 && took > 2_000 ? `, ${timeText((took / done) * (1 - share))} left` : ''
      spinner.text = `${filled(share)}  ${what}${left}`
      spinner.render()
    },
    end: () => void spinner.stop()
  }
}

/** Rounded to what one can believe; ms. */
function timeText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}

function filled(share: number): string {
  const full = Math.round(share * WIDTH)
  const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %`
}

function barText(share: number, { taken, refused }: Tally): string {
  return `${filled(share)}  ${taken.toLocaleString('en-US')} taken, ${refused} refused`
}
