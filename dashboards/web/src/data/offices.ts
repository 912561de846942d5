import type { Directory } from '@huiyin/schemas/api.ts'
import type { PolicyList } from '@huiyin/schemas/api-rules.ts'
import type { TemplateList } from '@huiyin/schemas/api-templates.ts'
import { useQuery } from '@tanstack/react-query'
import { ask } from './http.ts'

const RARELY = 300_000 // ms: these change by the day
const SOON = 60_000 // ms: what is promised moves with the clocks

/** Who can sign in, and the departments that are configured. */
export const useDirectory = () =>
  useQuery({ queryKey: ['directory'], queryFn: () => ask<Directory>('/directory'), staleTime: RARELY })

/** The templates that fit a ticket, with the values that the house knows of it. */
export const useTemplates = (ticket: string, enabled = true) =>
  useQuery({
    queryKey: ['templates', ticket],
    queryFn: () => ask<TemplateList>(`/templates?${new URLSearchParams({ ticket })}`),
    staleTime: SOON,
    enabled
  })

/** How often a department may send a dispatch back. */
export const useBounceLimit = (enabled: boolean) =>
  useQuery({
    queryKey: ['policies'],
    queryFn: async () => (await ask<PolicyList>('/policies')).rows,
    staleTime: RARELY,
    enabled
  }).data?.find(({ inForce }) => inForce)?.bounce.atMost
