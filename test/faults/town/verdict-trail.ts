import { auditDesk } from '@huiyin/cli/audit/desk.ts'
import { verifyTrail } from '@huiyin/ports/verify-trail.ts'
import type { Judged } from './verdict.ts'

/** The trail holds together from its first link on, as `huiyin audit verify` proves it. */
export async function judgeTrail({ house, now }: Judged): Promise<{ links: number; wrong: string[] }> {
  const { ok, links, findings } = await verifyTrail(auditDesk(house), { now: now() })
  return { links, wrong: ok ? [] : findings.map(({ words }) => words) }
}
