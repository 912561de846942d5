import type { IncidentLevelTable } from '@huiyin/schemas/api-incidents.ts'
import type { InBoth } from '@huiyin/schemas/incident.ts'
import type { IncidentRules, ScaleStep } from '@huiyin/schemas/incident-rules.ts'
import { IMPACT_WORDS, LEVEL_WORDS, SCALE_WORDS } from './words.ts'

/** The table of levels as people read it. */
export function levelTable({ natures, scales, levels, procedures }: IncidentRules): IncidentLevelTable {
  const nameOf = (nature: string): InBoth => natures.find(({ id }) => id === nature)?.name ?? { zh: nature, en: nature }
  return {
    natures: natures.map(({ id, name }) => ({ id, name })),
    scales: scales.map(step => ({ scale: step.scale, asks: asksOf(step) })),
    rows: levels.map(({ nature, scale, impact, rising, steady, falling }) => ({
      nature: nameOf(nature),
      scale: { ...SCALE_WORDS[scale] },
      impact: { ...IMPACT_WORDS[impact] },
      rising: { ...LEVEL_WORDS[rising] },
      steady: { ...LEVEL_WORDS[steady] },
      falling: { ...LEVEL_WORDS[falling] }
    })),
    procedures
  }
}

const COUNTED = {
  comments: { zh: '条评论', en: 'comments' },
  people: { zh: '名网友', en: 'people' },
  accounts: { zh: '个账号', en: 'accounts' },
  platforms: { zh: '个平台', en: 'platforms' }
} as const

/** Any of them is enough. */
function asksOf(step: ScaleStep): InBoth {
  const asked = (Object.keys(COUNTED) as (keyof typeof COUNTED)[]).filter(what => step[what] !== undefined)
  return {
    zh: asked.map(what => `${step[what]}${COUNTED[what].zh}`).join('或') || '—',
    en: asked.map(what => `${step[what]} ${COUNTED[what].en}`).join(' or ') || '—'
  }
}
