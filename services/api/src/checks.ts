import { HuiyinError } from '@huiyin/domain/errors.ts'
import { lastAudit, lastHeartbeat } from '@huiyin/ports/audit.ts'
import type { Check } from '@huiyin/ports/check.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Guard } from '@huiyin/ports/environment.ts'
import type { Records } from '@huiyin/ports/records.ts'

const PATIENCE = 2_000
/** The auditor looks every minute. */
const AUDIT_HOLDS = 3 * 60_000

/** Whether something answers in time. Its detail holds no secret. */
export const check = (name: string, ask: () => Promise<unknown>): Promise<Check> =>
  judged(name, async () => {
    await ask()
    return { ok: true, detail: 'answers' }
  })

/** Whether people are told what they have to know (R44, R45): others mend that, and requests are answered meanwhile. */
export async function alertChecks({ records, clock, guard }: { records: Records; clock: Clock; guard: Guard }) {
  const checks = [
    judged('alerts', () => auditOf(records, clock.now())),
    judged('environment', async () => {
      const mute = await guard.mute()
      return { ok: !mute, detail: mute?.en ?? 'this installation may alert' }
    }),
    judged('heartbeat', async () => {
      const { failed } = (await lastHeartbeat(records)) ?? {}
      return { ok: failed === undefined, detail: failed ?? 'nothing was refused' }
    })
  ]
  return (await Promise.all(checks)).map(found => ({ ...found, advisory: true }))
}

async function auditOf(records: Records, now: number): Promise<Judgement> {
  const audit = await lastAudit(records)
  if (!audit) return { ok: true, detail: 'not audited yet' }
  const ago = Math.round((now - audit.at) / 1000)
  if (now - audit.at > AUDIT_HOLDS)
    return { ok: false, detail: `the last audit was ${ago} s ago; is an alerter running?` }
  return { ok: audit.ok, detail: audit.ok ? 'none is late' : `${audit.gaps} are late, found ${ago} s ago` }
}

type Judgement = Pick<Check, 'ok' | 'detail'>

async function judged(name: string, judge: () => Promise<Judgement>): Promise<Check> {
  const late = AbortSignal.timeout(PATIENCE)
  const tooLate = new Promise<never>((_, reject) =>
    late.addEventListener('abort', () => reject(new Error(`no answer within ${PATIENCE / 1000} s`)))
  )
  try {
    return { name, ...(await Promise.race([judge(), tooLate])) }
  } catch (error) {
    return { name, ok: false, detail: error instanceof HuiyinError ? error.code : (error as Error).message }
  }
}
