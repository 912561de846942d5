import type { Consequence } from '@huiyin/schemas/appraisal-rules.ts'
import { useAppraisalRules } from '../data/appraisal-rules.ts'

/** What may follow from violations, as the rules in force name it; empty while they are not known. */
export const useConsequences = (enabled: boolean): readonly Consequence[] =>
  useAppraisalRules(enabled).data?.register.violations ?? []
