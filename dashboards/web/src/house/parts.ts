/** The parts of the settings, in the groups in which they are shown, each with the action that it needs. */

export const PART_GROUPS = [
  {
    group: 'promise',
    parts: {
      policies: 'rules.read',
      calendars: 'rules.read',
      ladders: 'rules.read',
      'quiet-hours': 'duty.read'
    }
  },
  { group: 'who', parts: { people: 'duty.read', rosters: 'duty.read', duties: 'duty.read' } },
  { group: 'map', parts: { departments: 'settings.read', places: 'settings.read', synonyms: 'settings.read' } },
  {
    group: 'write',
    parts: { templates: 'template.read', 'reply-lists': 'lists.read', macros: 'macro.read' }
  },
  { group: 'share', parts: { 'share-rules': 'work.configure', views: 'view.share' } },
  {
    group: 'watch',
    parts: {
      'incident-rules': 'settings.read',
      'report-plan': 'settings.read',
      'appraisal-rules': 'settings.read',
      retention: 'settings.read'
    }
  },
  { group: 'connect', parts: { tokens: 'token.own', webhooks: 'webhook.read', file: 'settings.configure' } }
] as const

type Named<G> = G extends { parts: infer P } ? keyof P : never
export type Part = Named<(typeof PART_GROUPS)[number]>

export const ACTION_OF_PART = Object.assign({}, ...PART_GROUPS.map(({ parts }) => parts)) as Record<Part, string>
export const PARTS = Object.keys(ACTION_OF_PART) as Part[]
