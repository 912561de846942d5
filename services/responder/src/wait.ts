import { act } from '@huiyin/ports/act.ts'
import type { Wait } from './account-health.ts'
import { type Office, RESPONDER } from './office.ts'

/** What is due on a ticket waits for its account, and says why; `looks`: only looks at what is public do. */
export async function waitFor({ ports }: Pick<Office, 'ports'>, ticket: string, wait: Wait, looks = false) {
  const { why, code, message, until } = wait
  await act(ports.desk, ticket, { type: 'responder.waits', actor: RESPONDER, why, code, message, until, looks })
}
