import { Scale } from '@huiyin/schemas/incident.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import { isGraver } from '../risk-levels.ts'

const SCALES: readonly Scale[] = Scale.anyOf.map(({ const: scale }) => scale)

const problem = (code: string, where: string, zh: string, en: string, refuses = true): RuleProblem => ({
  ...{ code, refuses, where, zh, en }
})

/** What no schema can say of the rules of incidents. */
export function checkIncidentRules(rules: IncidentRules): RuleProblem[] {
  return [
    ...doubled(rules),
    ...holesInTable(rules),
    ...fallsByGrowing(rules),
    ...lastNature(rules),
    ...scaleSteps(rules),
    ...planOf(rules),
    ...nobodyTold(rules)
  ]
}

function doubled({ natures, tracks, plan }: IncidentRules): RuleProblem[] {
  const lists = { natures, tracks, plan }
  return Object.entries(lists).flatMap(([name, list]) => {
    const ids = list.map(({ id }) => id)
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
    return twice.map(id => problem('twice', name, `“${id}”重复`, `"${id}" stands there twice`))
  })
}

/** A nature and a scale have one row of the table. */
function holesInTable({ natures, levels }: IncidentRules): RuleProblem[] {
  return natures.flatMap(({ id, name }) =>
    SCALES.flatMap(scale => {
      const count = levels.filter(row => row.nature === id && row.scale === scale).length
      if (count === 1) return []
      const [zh, en] = count === 0 ? ['没有级别', 'has no row'] : ['有多个级别', 'has several rows']
      return [
        problem('table', 'levels', `“${name.zh}”在规模 ${scale} 下${zh}`, `"${name.en}" at the scale ${scale} ${en}`)
      ]
    })
  )
}

/** More of the same is never less grave. */
function fallsByGrowing({ natures, levels }: IncidentRules): RuleProblem[] {
  return natures.flatMap(({ id, name }) =>
    SCALES.slice(1).flatMap((scale, i) => {
      const [smaller, larger] = [SCALES[i], scale].map(of => levels.find(row => row.nature === id && row.scale === of))
      const falls = (trend: 'rising' | 'steady' | 'falling') =>
        smaller && larger && isGraver(smaller[trend] as RiskLevel, larger[trend])
      if (!falls('rising') && !falls('steady') && !falls('falling')) return []
      return [
        problem(
          'falls',
          'levels',
          `“${name.zh}”规模扩大到 ${scale} 时级别反而降低`,
          `"${name.en}" is less grave at the scale ${scale} than at a smaller one`
        )
      ]
    })
  )
}

/** What no other nature tells needs one that asks nothing. */
function lastNature({ natures }: IncidentRules): RuleProblem[] {
  const last = natures.at(-1)!
  if (!last.reasons?.length && !last.words?.length && !last.departments?.length) return []
  return [
    problem(
      'no-rest',
      'natures',
      '最后一类应不设条件，以容纳其余情形',
      'The last nature must ask nothing: it takes what no other tells'
    )
  ]
}

function scaleSteps({ scales }: IncidentRules): RuleProblem[] {
  const order = scales.map(({ scale }) => SCALES.indexOf(scale))
  const rises = order.every((rank, i) => i === 0 || rank > order[i - 1]!)
  const empty = scales.filter(({ scale: _, ...of }) => Object.keys(of).length === 0)
  return [
    ...(rises ? [] : [problem('scale-order', 'scales', '规模应由小到大排列', 'Scales go from small to huge')]),
    ...empty.map(({ scale }) =>
      problem('scale-empty', 'scales', `规模 ${scale} 未设条件`, `The scale ${scale} asks nothing`)
    )
  ]
}

/** What a step or a track waits for can come. */
function planOf({ tracks, plan }: IncidentRules): RuleProblem[] {
  const unknown = plan.filter(({ track }) => track !== undefined && !tracks.some(({ id }) => id === track))
  const without = tracks.filter(({ id, by }) => by === 'steps' && !plan.some(({ track }) => track === id))
  return [
    ...unknown.map(({ id, track }) =>
      problem('track', `plan/${id}`, `没有时限“${track}”`, `There is no track "${track}"`)
    ),
    ...without.map(({ id }) =>
      problem('track-empty', `tracks/${id}`, `时限“${id}”没有任务`, `The track "${id}" has no step that ends it`)
    )
  ]
}

function nobodyTold({ chain }: IncidentRules): RuleProblem[] {
  if (chain.some(({ from }) => from === 'blue')) return []
  return [problem('nobody', 'chain', '蓝色级别的舆情不通知任何人', 'Nobody is told of an incident at blue', false)]
}
