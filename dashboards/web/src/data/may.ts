import type { Session } from '@huiyin/schemas/api.ts'
import { useQuery } from '@tanstack/react-query'

/** Whether the table of roles grants who looks an action, in whatever scope; the server decides on the very thing. */
export function useMay(): (action: string) => boolean {
  const { data } = useQuery<Session | null>({ queryKey: ['session'], enabled: false })
  return action => data?.may.includes(action) ?? false
}
