import type { Evaluation, Reviews } from '@huiyin/classifier/evaluation/evaluate.ts'
import { share } from '@huiyin/classifier/evaluation/figures.ts'
import { figure, percent, tableText, three } from './table.ts'

/** The figures as programs read them: one JSON object on one line. */
export function evaluationJson(evaluation: Evaluation): string {
  const { task, model, count, accuracy, macroF1, macroF1Interval, classes, confusion, sources, reviews } = evaluation
  const { ece = null, perSecond, bad, leftOut } = evaluation
  const perClass = Object.fromEntries(classes.map(({ name, ...figures }) => [name, figures]))
  const told = {
    ...{ task, model, n: count, accuracy, macroF1, macroF1Interval, perClass, confusion, ece },
    ...(reviews && { ...sharesOf(reviews, count), reviews }),
    ...{ sources, perSecond, skipped: bad, leftOut }
  }
  return `${JSON.stringify(told)}\n`
}

const sharesOf = ({ missed, wanting, reviewed }: Reviews, count: number) => ({
  missRate: share(missed, wanting),
  reviewShare: share(reviewed, count)
})

/** The figures as a person reads them. */
export function evaluationText(evaluation: Evaluation): string {
  return [headOf(evaluation), classTable(evaluation), confusionTable(evaluation), ...restOf(evaluation)].join('\n')
}

function headOf({ task, model, count, accuracy, macroF1, macroF1Interval, ece, perSecond }: Evaluation): string {
  const [low, high] = macroF1Interval
  return tableText(
    [
      ['task', task],
      ['model', model],
      ['texts', figure(count)],
      ['accuracy', three(accuracy)],
      ['macro-F1', `${three(macroF1)} (${three(low)} to ${three(high)} in 95 of 100)`],
      ['calibration error', ece === undefined ? 'not told' : three(ece)],
      ['throughput', `${figure(perSecond)} texts/s`]
    ].map(([name = '', value = '']) => [`${name.padEnd(18)}${value}`])
  )
}

const classTable = ({ classes }: Evaluation) =>
  tableText([
    ['class', 'texts', 'precision', 'recall', 'F1'],
    ...classes.map(({ name, count, precision, recall, f1 }) => [
      name,
      figure(count),
      ...[precision, recall, f1].map(three)
    ])
  ])

function confusionTable({ confusion, classes }: Evaluation): string {
  const said = Object.values(confusion).flatMap(row => Object.keys(row))
  const names = Array.from(new Set([...classes.map(({ name }) => name), ...said])).sort()
  return tableText([
    ['right, called →', ...names],
    ...classes.map(({ name }) => [name, ...names.map(other => figure(confusion[name]?.[other] ?? 0))])
  ])
}

function* restOf({ sources, reviews, count, bad, leftOut }: Evaluation): Generator<string> {
  const rows = Object.entries(sources).map(([source, of]) => [
    source,
    figure(of.count),
    ...[of.accuracy, of.macroF1].map(three)
  ])
  if (rows.length > 0) yield tableText([['source', 'texts', 'accuracy', 'macro-F1'], ...rows])
  if (reviews) yield reviewText(reviews, count)
  if (leftOut > 0) yield `Lines left out, of no class that is asked for: ${figure(leftOut)}\n`
  if (bad > 0) yield `Lines skipped, not understood: ${figure(bad)}\n`
}

function reviewText(reviews: Reviews, count: number): string {
  const { missRate, reviewShare } = sharesOf(reviews, count)
  const { missed, wanting, reviewed, reviewBelow } = reviews
  return (
    `missed     ${percent(missRate)}: ${figure(missed)} of ${figure(wanting)} that want something get neither ticket nor review\n` +
    `in review  ${percent(reviewShare)}: ${figure(reviewed)} of ${figure(count)} have a confidence below ${reviewBelow}\n`
  )
}
