import { MONTH } from './incidents-month/options.ts'
import { play } from './incidents-run.ts'
import { figure, machine, table, verdict } from './machine.ts'

const SEEDS = (process.env.SEEDS ?? '1,2,3,4').split(',').map(Number)

/** A generated month to the analyst's watch: recall, precision, how early, comments a second, memory. */
export async function incidents({ n, quick }: { n: number; quick: boolean }): Promise<void> {
  process.stdout.write(`${machine()}\n`)
  const collect = (globalThis as { gc?: () => void }).gc
  for (const seed of quick ? SEEDS.slice(0, 1) : SEEDS) {
    const result = play({ ...MONTH, comments: n, seed }, collect)
    const { noticed, wrong, rises } = result
    const found = noticed.filter(({ after }) => after !== undefined)
    const recall = found.length / noticed.length
    const precision = rises === 0 ? 0 : found.length / rises
    const early = found.map(({ after }) => after!).sort((a, b) => a - b)
    const median = early[Math.floor((early.length - 1) / 2)]
    const rows = noticed.map(({ burst, after, late, phrase, rises: times, held }) => [
      burst.story,
      figure(burst.size),
      `${(burst.lasts / 3_600_000).toFixed(1)} h`,
      String(burst.accounts),
      burst.copied ? 'copied' : 'own words',
      after === undefined ? 'missed' : String(after),
      late === undefined ? '' : `${Math.round(late / 60_000)} min`,
      String(times),
      `${Math.round((100 * held) / burst.size)} %`,
      phrase ?? ''
    ])
    const head = ['burst', 'comments', 'lasts', 'accounts', 'words', 'noticed after', 'late', 'rises', 'held', 'phrase']
    process.stdout.write(`\nSeed ${seed}: ${figure(result.comments)} comments\n${table([head, ...rows])}\n`)
    for (const signal of wrong) {
      process.stdout.write(
        `  no burst: ${signal.phrase} [${signal.words.join(' ')}] ${signal.observed} in ${signal.windowMs / 3_600_000} h, expected ${signal.expected.toFixed(1)}\n`
      )
    }
    const heaps = result.memory.map(({ heap }) => heap / 2 ** 20)
    const [perSecond, perCore] = [result.watched, result.busy].map(ms => (result.comments / ms) * 1_000)
    process.stdout.write(
      `recall ${recall.toFixed(3)} (${verdict(recall >= 0.95)}), precision ${precision.toFixed(3)} (${verdict(precision >= 0.9)}), ` +
        `noticed after ${median} of its comments in the median (${verdict(early.filter(after => after <= 30).length * 2 >= noticed.length)})\n` +
        `${figure(perSecond!)} comments/s in the watch by the clock, ${figure(perCore!)} by processor time, longest call ${result.longest.toFixed(1)} ms\n` +
        `heap by day (MB): ${heaps.map(heap => heap.toFixed(0)).join(' ')}\n` +
        `held by day: ${result.memory.map(({ comments, subjects, words }) => `${comments}/${subjects}/${words}`).join(' ')}\n` +
        `signals: ${JSON.stringify(result.signals)}\n`
    )
  }
}
