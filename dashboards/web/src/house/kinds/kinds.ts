import type { Kind } from '../kind.ts'
import type { Part } from '../parts.ts'
import { APPRAISAL_RULES, RETENTION } from './appraisal.ts'
import { CALENDARS } from './calendars.ts'
import { LADDERS } from './ladders.ts'
import { DEPARTMENTS, PLACES } from './map.ts'
import { DUTIES, PEOPLE } from './people.ts'
import { POLICIES } from './policies.ts'
import { REPLY_LISTS, TEMPLATES } from './replies.ts'
import { QUIET_HOURS, ROSTERS } from './rosters.ts'
import { VIEWS } from './views.ts'
import { INCIDENT_RULES, REPORT_PLAN, SYNONYMS } from './watch.ts'
import { MACROS, SHARE_RULES } from './work.ts'

export type KindPart = Exclude<Part, 'file' | 'tokens' | 'webhooks'>

/** The parts that are read, edited and compared by their shape. */
export const KINDS: Record<KindPart, Kind> = {
  policies: POLICIES,
  calendars: CALENDARS,
  ladders: LADDERS,
  'quiet-hours': QUIET_HOURS,
  people: PEOPLE,
  rosters: ROSTERS,
  duties: DUTIES,
  departments: DEPARTMENTS,
  places: PLACES,
  synonyms: SYNONYMS,
  templates: TEMPLATES,
  'reply-lists': REPLY_LISTS,
  macros: MACROS,
  'share-rules': SHARE_RULES,
  views: VIEWS,
  'incident-rules': INCIDENT_RULES,
  'report-plan': REPORT_PLAN,
  'appraisal-rules': APPRAISAL_RULES,
  retention: RETENTION
}
