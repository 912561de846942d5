import type { Compared } from './classifier-compare.ts'
import { type Cost, growth } from './classifier-length.ts'
import type { Ours } from './classifier-ours.ts'
import type { Speed } from './classifier-speed.ts'
import { figure, table } from './machine.ts'

/** Answers a second on one core, without evidence and with; a promise that depends on the machine. */
const BARS = { without: 30_000, with: 10_000 }
/** A character costs no more than this many times the cheapest of a shorter text. */
const FLAT = 2

export interface Speeds {
  without: Speed
  with: Speed
  natural: Speed
}

export const qualityTable = (quality: readonly Compared[]) =>
  table([
    ['', 'rows', 'ours macro-F1', 'accuracy', 'natural macro-F1', 'accuracy'],
    ...quality.map(({ name, count, ours, natural }) => [
      name,
      figure(count),
      ...[ours.macroF1, ours.accuracy, natural.macroF1, natural.accuracy].map(share => share.toFixed(3))
    ])
  ])

export const speedTable = (speeds: Speeds) =>
  table([
    ['', 'comments/s of one core', 'of the clock'],
    ...(
      [
        ['ours, all answers without evidence', speeds.without],
        ['ours, with evidence for every one', speeds.with],
        ['natural, the label alone', speeds.natural]
      ] as const
    ).map(([name, { core, clock }]) => [name, figure(core), figure(clock)])
  ])

export const costTable = (cost: readonly Cost[]) =>
  table([
    ['characters', 'without evidence', 'with'],
    ...cost.map(row => [figure(row.length), row.without.toFixed(3), row.with.toFixed(3)])
  ])

const WAYS = ['without', 'with'] as const

export const missedEvidence = (ours: Ours, texts: readonly string[]): string[] =>
  ours(texts).some(({ evidence }) => evidence !== undefined)
    ? []
    : ['no comment was given evidence: “with” is “without”']

export const missedSpeeds = (speeds: Speeds): string[] =>
  WAYS.filter(way => speeds[way].core < BARS[way]).map(
    way => `${figure(speeds[way].core)} comments/s ${way} evidence, promised are ${figure(BARS[way])}`
  )

export const missedLengths = (cost: readonly Cost[]): string[] =>
  WAYS.map(way => ({ way, times: growth(cost.map(row => row[way])) }))
    .filter(({ times }) => times > FLAT)
    .map(
      ({ way, times }) =>
        `${way} evidence a character costs up to ${times.toFixed(1)} times the cheapest of a shorter text`
    )

export const behindNatural = (
  quality: readonly Compared[],
  { without, with: explained, natural }: Speeds
): string[] => [
  ...quality
    .filter(({ ours, natural }) => ours.macroF1 <= natural.macroF1)
    .map(
      ({ name, ours, natural }) => `${name}: macro-F1 ${ours.macroF1.toFixed(3)}, natural ${natural.macroF1.toFixed(3)}`
    ),
  ...[without, explained]
    .filter(({ core }) => core <= natural.core)
    .map(({ core }) => `${figure(core)} comments/s, natural ${figure(natural.core)}`)
]
