import type { IncidentState, Procedure } from '@huiyin/schemas/incident.ts'
import type { ReportSection, ReportTable, Sentence } from '@huiyin/schemas/report.ts'
import type { Of, ReportIncident } from '../material.ts'
import { KEY_WORDS } from '../words.ts'
import { citesOf } from './topics.ts'

const STATES: Record<IncidentState, string> = {
  open: '处置中',
  calm: '已趋平稳，处置中',
  closed: '已办结',
  dismissed: '判定为误报',
  merged: '已并入其他事件'
}
const PROCEDURES: Record<Procedure, string> = { general: '一般事件程序', major: '应急预案' }

/** 舆情事件及处置. */
export function incidents(of: Of): ReportSection {
  const { w, material } = of
  if (material.incidents.length === 0) {
    return {
      code: 'incidents',
      title: '舆情事件及处置',
      parts: [{ sentences: [w.say`本期没有需要处置的舆情事件${[w.cite('incidents')]}。`!] }]
    }
  }
  const parts = material.incidents.map(one => ({
    sentences: [ofIncident(of, one)].filter(sentence => sentence !== undefined),
    comments: one.cited.map(({ id }) => id)
  }))
  return { code: 'incidents', title: '舆情事件及处置', parts: [...parts, { sentences: [], tables: [table(of)] }] }
}

function ofIncident({ w }: Of, { incident, cited }: ReportIncident): Sentence | undefined {
  const { id, level, state, procedure, statements } = incident
  const where = { by: 'incident', key: id } as const
  const published = statements.some(({ state }) => state === 'published' || state === 'confirmed')
  return w.say`“${w.name(w.cite('incident-comments', where))}”为${KEY_WORDS.level[level]}等级事件，按${PROCEDURES[procedure]}处置，相关评论${w.value('incident-comments', where)}条，处置清单事项${w.value('incident-steps', where)}个、已完成${w.value('incident-steps-done', where)}个，${published ? '已公开发布说明，' : '尚未公开发布说明，'}目前${STATES[state]}${citesOf(cited)}。`
}

function table({ w, material }: Of): ReportTable {
  const rows = material.incidents.map(({ incident: { id, level, state } }): ReportTable['rows'][number] => {
    const where = { by: 'incident', key: id } as const
    return [
      w.cell(w.name(w.cite('incident-comments', where))),
      KEY_WORDS.level[level],
      w.cell(w.value('incident-comments', where)),
      w.cell(w.value('incident-steps-done', where)),
      STATES[state]
    ]
  })
  return { title: '舆情事件', head: ['事件', '等级', '评论量', '已完成事项', '状态'], rows, widths: [5, 2, 2, 2, 3] }
}
