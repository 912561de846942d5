import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { api, told } from './http.ts'

const MINUTE = 60_000

/** The rules in force by which the register is kept. */
export const useAppraisalRules = (enabled: boolean) =>
  useQuery({
    queryKey: ['appraisal-rules'],
    queryFn: async () => (await told(api.GET('/api/settings/appraisal-rules/value'))).value as AppraisalRules,
    staleTime: MINUTE,
    enabled
  })
