/** What was right and what was said of one text, and how sure of it (0 to 1), where that is told. */
export type Judged = { right: string; said: string; source: string; confidence?: number }

export interface ClassFigures {
  name: string
  count: number
  precision: number
  recall: number
  f1: number
}

export interface Figures {
  count: number
  accuracy: number
  /** Mean F1 of the classes that are right at least once. */
  macroF1: number
  classes: ClassFigures[]
  /** confusion[right][said]: how often. */
  confusion: Record<string, Record<string, number>>
  /** Expected calibration error over ten even steps of confidence; absent when no answer tells its own. */
  ece?: number
  /** Accuracy by source: a pooled figure may hide what one source does. */
  sources: Record<string, { count: number; accuracy: number }>
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

function figuresOfClass(judged: readonly Judged[], name: string): ClassFigures {
  const right = judged.filter(one => one.right === name)
  const hits = right.filter(one => one.said === name).length
  const precision = share(hits, judged.filter(one => one.said === name).length)
  const recall = share(hits, right.length)
  return { name, count: right.length, precision, recall, f1: share(2 * precision * recall, precision + recall) }
}

const accuracyOf = (judged: readonly Judged[]) =>
  share(judged.filter(({ right, said }) => right === said).length, judged.length)

const STEPS = 10

/** How far confidence is from accuracy, weighed by how many answers are that sure. */
function calibrationError(judged: readonly Judged[]): number | undefined {
  const sure = judged.flatMap(({ right, said, confidence }) =>
    confidence === undefined ? [] : [{ confidence, right: right === said ? 1 : 0 }]
  )
  if (sure.length === 0) return undefined
  const gaps = new Float64Array(STEPS)
  for (const { confidence, right } of sure)
    gaps[Math.min(STEPS - 1, Math.floor(confidence * STEPS))]! += confidence - right
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / sure.length
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const names = Array.from(new Set(judged.map(({ right }) => right))).sort()
  const classes = names.map(name => figuresOfClass(judged, name))
  const confusion: Figures['confusion'] = {}
  for (const { right, said } of judged) {
    confusion[right] ??= {}
    confusion[right][said] = (confusion[right][said] ?? 0) + 1
  }
  const ece = calibrationError(judged)
  const bySource = Object.groupBy(judged, ({ source }) => source)
  return {
    count: judged.length,
    accuracy: accuracyOf(judged),
    macroF1: share(
      classes.reduce((sum, { f1 }) => sum + f1, 0),
      classes.length
    ),
    classes,
    confusion,
    ...(ece === undefined ? {} : { ece }),
    sources: Object.fromEntries(
      Object.entries(bySource).map(([source, some = []]) => [
        source,
        { count: some.length, accuracy: accuracyOf(some) }
      ])
    )
  }
}

const three = (x: number) => x.toFixed(3)

/** The figures as a person reads them. */
export function printFigures({
  count,
  accuracy,
  macroF1,
  classes,
  confusion,
  ece,
  sources,
  perSecond
}: Figures & { perSecond: number }): string {
  const told = ece === undefined ? '' : `, calibration error ${three(ece)}`
  const said = Array.from(new Set(Object.values(confusion).flatMap(row => Object.keys(row)))).sort()
  const rows = classes.map(({ name, count, precision, recall, f1 }) =>
    [name, count, three(precision), three(recall), three(f1), ...said.map(other => confusion[name]?.[other] ?? 0)].join(
      '\t'
    )
  )
  return [
    `${count} texts: accuracy ${three(accuracy)}, macro-F1 ${three(macroF1)}${told}, ${perSecond} comments/s`,
    ['class', 'count', 'precision', 'recall', 'F1', ...said.map(name => `→ ${name}`)].join('\t'),
    ...rows,
    ...Object.entries(sources).map(
      ([source, { count, accuracy }]) => `${source}\t${count}\taccuracy ${three(accuracy)}`
    ),
    ''
  ].join('\n')
}
