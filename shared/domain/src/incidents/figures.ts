import type { HouseEvent } from '@huiyin/schemas/event.ts'
import {
  type AccountCount,
  INCIDENT_LIMITS,
  type Incident,
  type IncidentFigures,
  type IncidentMember
} from '@huiyin/schemas/incident.ts'
import type { Signal } from './signal.ts'

/** What is counted of an incident, and how counts of its parts add up. */

export const NO_FIGURES: IncidentFigures = {
  comments: 0,
  people: 0,
  urgent: 0,
  sentiment: { negative: 0, neutral: 0, positive: 0 },
  levels: { blue: 0, yellow: 0, orange: 0, red: 0 },
  spread: []
}

export function figuresOfSignal({ total, people, urgent, sentiment, levels, spread }: Signal): IncidentFigures {
  return {
    comments: total,
    people: people ?? 0,
    urgent,
    sentiment: { ...sentiment },
    levels: { ...levels },
    spread: capped(spread as readonly AccountCount[])
  }
}

export function figuresOfMembers(members: readonly IncidentMember[]): IncidentFigures {
  const one = ({ sentiment, level, urgent, platform, account }: IncidentMember): IncidentFigures => ({
    comments: 1,
    people: 0,
    urgent: urgent ? 1 : 0,
    sentiment: { ...NO_FIGURES.sentiment, [sentiment]: 1 },
    levels: { ...NO_FIGURES.levels, [level]: 1 },
    spread: [{ platform, account, comments: 1 }]
  })
  const authors = new Set(members.flatMap(({ author }) => author ?? []))
  return { ...members.map(one).reduce(plus, NO_FIGURES), people: authors.size }
}

export const plus = (a: IncidentFigures, b: IncidentFigures): IncidentFigures => combined(a, b, 1)

/** Never below nothing: what was taken out may not be counted by the subjects yet. */
export const minus = (a: IncidentFigures, b: IncidentFigures): IncidentFigures => combined(a, b, -1)

function combined(a: IncidentFigures, b: IncidentFigures, sign: 1 | -1): IncidentFigures {
  const of = (one: number, other: number) => Math.max(0, one + sign * other)
  return {
    comments: of(a.comments, b.comments),
    people: of(a.people, b.people),
    urgent: of(a.urgent, b.urgent),
    sentiment: {
      negative: of(a.sentiment.negative, b.sentiment.negative),
      neutral: of(a.sentiment.neutral, b.sentiment.neutral),
      positive: of(a.sentiment.positive, b.sentiment.positive)
    },
    levels: {
      blue: of(a.levels.blue, b.levels.blue),
      yellow: of(a.levels.yellow, b.levels.yellow),
      orange: of(a.levels.orange, b.levels.orange),
      red: of(a.levels.red, b.levels.red)
    },
    spread: spreadOf(a.spread, b.spread, sign)
  }
}

const keyOf = ({ platform, account }: AccountCount) => `${platform}/${account}`

function spreadOf(a: readonly AccountCount[], b: readonly AccountCount[], sign: 1 | -1): AccountCount[] {
  const counts = new Map(a.map(one => [keyOf(one), one]))
  for (const one of b) {
    const before = counts.get(keyOf(one))?.comments ?? 0
    counts.set(keyOf(one), { ...one, comments: Math.max(0, before + sign * one.comments) })
  }
  return capped([...counts.values()].filter(({ comments }) => comments > 0))
}

/** The accounts with most of it. */
const capped = (spread: readonly AccountCount[]): AccountCount[] =>
  spread
    .toSorted((a, b) => b.comments - a.comments || (keyOf(a) < keyOf(b) ? -1 : 1))
    .slice(0, INCIDENT_LIMITS.spread)
    .map(({ platform, account, comments }) => ({ platform, account, comments }))

/** All that belongs to it. */
export function countedOf({ subjects, more, less }: Pick<Incident, 'subjects' | 'more' | 'less'>): IncidentFigures {
  const all = subjects.map(({ figures }) => figures).reduce(plus, more ?? NO_FIGURES)
  return less ? minus(all, less) : all
}

/** As an event tells them: numbers only. */
export const figuresData = ({ figures, level, scale, trend, looks }: Incident): HouseEvent['data'] => ({
  comments: figures.comments,
  people: figures.people,
  urgent: figures.urgent,
  negative: figures.sentiment.negative,
  neutral: figures.sentiment.neutral,
  positive: figures.sentiment.positive,
  accounts: figures.spread.length,
  platforms: new Set(figures.spread.map(({ platform }) => platform)).size,
  rate: looks.at(-1)?.rate ?? 0,
  level,
  scale,
  trend
})
