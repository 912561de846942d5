import type { Static } from 'typebox'
import { AppraisalRules } from './appraisal-rules.ts'
import { IncidentRules } from './incident-rules.ts'
import { ReportPlan } from './report-plan.ts'
import { Retention } from './retention.ts'
import { Synonyms } from './synonyms.ts'

/** Settings of which there is one in the house, kept whole: what was saved counts, else what is shipped. */
export const HOUSE_SETTINGS = {
  synonyms: Synonyms,
  'incident-rules': IncidentRules,
  'report-plan': ReportPlan,
  'appraisal-rules': AppraisalRules,
  retention: Retention
}
export type HouseSettingName = keyof typeof HOUSE_SETTINGS
export type HouseSetting<N extends HouseSettingName = HouseSettingName> = Static<(typeof HOUSE_SETTINGS)[N]>

export const HOUSE_SETTING_NAMES = Object.keys(HOUSE_SETTINGS) as readonly HouseSettingName[]

export const isHouseSetting = (name: string): name is HouseSettingName => Object.hasOwn(HOUSE_SETTINGS, name)
