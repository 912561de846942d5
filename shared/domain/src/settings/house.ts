import type { HouseSetting, HouseSettingName } from '@huiyin/schemas/house-setting.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import { checkAppraisalRules } from '../appraisal/check-rules.ts'
import { checkIncidentRules } from '../incidents/check-rules.ts'
import { SHIPPED_APPRAISAL_RULES } from './shipped/appraisal-rules.ts'
import { SHIPPED_INCIDENT_RULES } from './shipped/incident-rules.ts'
import { SHIPPED_REPORT_PLAN } from './shipped/report-plan.ts'
import { SHIPPED_RETENTION } from './shipped/retention.ts'
import { SHIPPED_SYNONYMS } from './shipped/synonyms.ts'

type OfHouse<N extends HouseSettingName> = {
  /** Counts until somebody saves another. */
  shipped: HouseSetting<N>
  /** What no schema can say; what `refuses` cannot be saved. */
  check?: (value: HouseSetting<N>) => RuleProblem[]
}

/** What counts of each setting of the house while nobody has saved it, and by what it is checked. */
export const OF_HOUSE: { readonly [N in HouseSettingName]: OfHouse<N> } = {
  synonyms: { shipped: SHIPPED_SYNONYMS },
  'incident-rules': { shipped: SHIPPED_INCIDENT_RULES, check: checkIncidentRules },
  'report-plan': { shipped: SHIPPED_REPORT_PLAN },
  'appraisal-rules': { shipped: SHIPPED_APPRAISAL_RULES, check: checkAppraisalRules },
  retention: { shipped: SHIPPED_RETENTION }
}
