import { dayInShanghai } from '@huiyin/domain/day.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import type { Tally } from '@huiyin/domain/reports/fold.ts'
import type { Material } from '@huiyin/domain/reports/material.ts'
import { periodNamed, previousPeriod, yearBefore } from '@huiyin/domain/reports/period.ts'
import { nameKey } from '@huiyin/domain/reports/words.ts'
import { countFigures } from '@huiyin/ports/count-figures.ts'
import { incidentOf } from '@huiyin/ports/incidents.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { FigureValue, ReportFigures, ReportPeriod, ReportPlan } from '@huiyin/schemas/report.ts'
import { citedComment } from './cited.ts'
import { countSpecial, isOfOne } from './count-special.ts'
import { incidentsOf, withComments } from './incidents.ts'
import type { ReportPorts } from './ports.ts'
import { suggestionsOf, topicsOf } from './topics.ts'

export interface Gathering {
  period: Pick<ReportPeriod, 'kind' | 'name'>
  plan: Pick<ReportPlan, 'issuer' | 'mark' | 'minimumSample'>
  asOf: number
  moves?: (done: number, of: number) => Promise<void> | void
}

const refOf = ({ id, publishedAt }: StoredComment) => ({ id, publishedAt })

/** Counts and finds all that a report is written from. Throws REPORT_INVALID for a period that is not over. */
export function gather(ports: ReportPorts, gathering: Gathering): Promise<Material> {
  return gathering.period.kind === 'special' ? gatherSpecial(ports, gathering) : gatherPeriod(ports, gathering)
}

async function gatherPeriod(ports: ReportPorts, { period: named, plan, asOf, moves }: Gathering): Promise<Material> {
  const period = periodNamed(named.kind as Exclude<typeof named.kind, 'special'>, named.name)
  if (period.to > asOf)
    throw new HuiyinError(
      'REPORT_INVALID',
      `The period ${period.name} ends on ${dayInShanghai(period.to - 1)}; ask again after that day`
    )
  const [before, yearAgo] = [previousPeriod(period), yearBefore(period)]
  const periods = [period, before, ...(yearAgo ? [yearAgo] : [])].map(({ from, to }) => ({ from, to, asOf }))
  const { minimumSample } = plan
  const tallies = await countFigures(ports, { periods, minimumSample, ...(moves && { moves }) })
  const topics = await topicsOf(ports.comments, period)
  const suggestions = await suggestionsOf(ports.comments, period)
  const incidents = await Promise.all((await incidentsOf(ports, period)).map(one => withComments(ports, one)))
  for (const { phrase, count } of topics) tallies[0]!.count('topic-comments', count, { by: 'topic', key: phrase })
  const all = [...topics.flatMap(({ cited }) => cited), ...suggestions, ...incidents.flatMap(({ shown }) => shown)]
  return {
    ...{ period, asOf, ...plan },
    figures: figuresOf(tallies, minimumSample),
    names: namesOf(
      ports,
      incidents.map(({ incident }) => incident)
    ),
    topics: topics.map(({ phrase, cited }) => ({ phrase, cited: cited.map(refOf) })),
    incidents,
    suggestions: suggestions.map(refOf),
    comments: citedEach(all)
  }
}

async function gatherSpecial(ports: ReportPorts, { period: named, plan, asOf }: Gathering): Promise<Material> {
  const { minimumSample } = plan
  const incident = await incidentOf(ports.records, named.name)
  const period: ReportPeriod = {
    kind: 'special',
    name: incident.id,
    from: Math.min(incident.since, incident.bornAt),
    to: asOf
  }
  const tally = await countSpecial(ports, incident, { counting: { from: period.from, to: asOf, asOf }, minimumSample })
  const shown = await withComments(ports, incident)
  return {
    ...{ period, asOf, ...plan },
    figures: ofOne(figuresOf([tally], minimumSample)),
    names: namesOf(ports, [incident]),
    ...{ topics: [], suggestions: [], incidents: [shown] },
    comments: citedEach(shown.shown)
  }
}

/** Periods of which nothing is stored are left out: against them nothing can be compared. */
function figuresOf([now, before, yearAgo]: readonly Tally[], minimumSample: number): ReportFigures {
  now!.count('minimum-sample', minimumSample)
  const of = (tally: Tally | undefined): FigureValue[] | undefined =>
    tally && (['comments', 'posts', 'cases'] as const).some(code => tally.sum(code) > 0) ? tally.values() : undefined
  const [then, ago] = [of(before), of(yearAgo)]
  return { now: now!.values(), ...(then && { before: then }), ...(ago && { 'year-ago': ago }) }
}

const ofOne = ({ now }: ReportFigures): ReportFigures => ({ now: now.filter(isOfOne) })

function namesOf({ accounts }: ReportPorts, incidents: readonly { id: string; title: string }[]): Material['names'] {
  return Object.fromEntries([
    ...accounts().map(account => [nameKey('account', accountId(account)), account.name]),
    ...incidents.map(({ id, title }) => [nameKey('incident', id), maskPersonal(title)])
  ])
}

const citedEach = (comments: readonly StoredComment[]) =>
  Array.from(new Map(comments.map(comment => [comment.id, comment])).values(), citedComment)
