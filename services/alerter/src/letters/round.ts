import { deliverLetters } from './deliver.ts'
import { makeDue } from './make.ts'
import type { LetterPorts } from './ports.ts'

/**
 * One round at `now` of what the house tells people that is no ticket's alert: new letters get a delivery for each
 * recipient, and what is owed leaves. Beside the alerter's own round, whose alerts never wait for a long mail.
 */
export async function letterRound(ports: LetterPorts, now: number): Promise<void> {
  if (!(await ports.mayAlert())) return
  if (ports.holds('digests')) await makeDue(ports, now)
  await deliverLetters(ports, now)
}
