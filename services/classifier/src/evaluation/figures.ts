/** What was right and what was said of one text, how sure of it (0 to 1) and whose text it is, where that is told. */
export type Judged = { right: string; said: string; source?: string; confidence?: number }

export interface ClassFigures {
  name: string
  count: number
  precision: number
  recall: number
  f1: number
}

/** confusion[right][said]: how often. */
export type Confusion = Record<string, Record<string, number>>

export interface Figures {
  count: number
  accuracy: number
  /** Mean F1 of the classes that are right at least once. */
  macroF1: number
  classes: ClassFigures[]
  confusion: Confusion
  /** Expected calibration error over ten even steps of confidence; absent when no answer tells its own. */
  ece?: number
  /** By source: a pooled figure may hide what one source does. */
  sources: Record<string, { count: number; accuracy: number; macroF1: number }>
}

/** Counts answers as they come. What it keeps does not grow with their number. */
export interface Tally {
  add: (judged: Judged) => void
  figures: () => Figures
}

export const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

/** Counts by what is right and what is said: the rows of a confusion matrix. */
export type Counts = Map<string, Map<string, number>>

function countOne(counts: Counts, right: string, said: string): void {
  const row = counts.get(right) ?? new Map<string, number>()
  row.set(said, (row.get(said) ?? 0) + 1)
  counts.set(right, row)
}

const sum = (numbers: Iterable<number>) => Array.from(numbers).reduce((all, one) => all + one, 0)
const rowSum = (row: ReadonlyMap<string, number> | undefined) => sum(row?.values() ?? [])

function classesOf(counts: Counts): ClassFigures[] {
  const names = Array.from(counts.keys()).sort()
  return names.map(name => {
    const hits = counts.get(name)!.get(name) ?? 0
    const count = rowSum(counts.get(name))
    const precision = share(hits, sum(Array.from(counts.values(), row => row.get(name) ?? 0)))
    const recall = share(hits, count)
    return { name, count, precision, recall, f1: share(2 * precision * recall, precision + recall) }
  })
}

/** Accuracy and macro-F1 of counts. */
function summary(counts: Counts) {
  const classes = classesOf(counts)
  const count = sum(classes.map(one => one.count))
  const hits = sum(Array.from(counts, ([name, row]) => row.get(name) ?? 0))
  const macroF1 = share(sum(classes.map(({ f1 }) => f1)), classes.length)
  return { classes, count, accuracy: share(hits, count), macroF1 }
}

const STEPS = 10

export function openTally(): Tally {
  const counts: Counts = new Map()
  const bySource = new Map<string, Counts>()
  const gaps = new Float64Array(STEPS)
  let sure = 0

  return {
    add({ right, said, source, confidence }) {
      countOne(counts, right, said)
      if (source !== undefined) {
        if (!bySource.has(source)) bySource.set(source, new Map())
        countOne(bySource.get(source)!, right, said)
      }
      if (confidence === undefined) return
      sure++
      gaps[Math.min(STEPS - 1, Math.floor(confidence * STEPS))]! += confidence - (right === said ? 1 : 0)
    },
    figures() {
      const sources = Array.from(bySource, ([source, counts]) => {
        const { classes: _, ...figures } = summary(counts)
        return [source, figures] as const
      })
      return {
        ...summary(counts),
        confusion: Object.fromEntries(Array.from(counts, ([right, row]) => [right, Object.fromEntries(row)])),
        ...(sure > 0 && { ece: gaps.reduce((all, gap) => all + Math.abs(gap), 0) / sure }),
        sources: Object.fromEntries(sources)
      }
    }
  }
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const tally = openTally()
  for (const one of judged) tally.add(one)
  return tally.figures()
}
