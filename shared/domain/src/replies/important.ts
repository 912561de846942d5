import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'

/** Reasons of the risk score that speak of how officials behave. */
const OF_OFFICIALS: ReadonlySet<string> = new Set(['misconduct'])

/** Whether reasons of the risk score, by their codes, concern an official's conduct. */
export const isAboutOfficial = (reasons: readonly string[]): boolean => reasons.some(code => OF_OFFICIALS.has(code))

/** Why the head approves a reply before it leaves; empty where the review is enough. */
export function importantWhy({ urgent, risk }: Ticket, { important }: Pick<Reply, 'important'>): string[] {
  return [
    ...(urgent ? ['urgent'] : []),
    ...(risk.level === 'orange' || risk.level === 'red' ? ['level'] : []),
    ...(isAboutOfficial(risk.reasons) ? ['official'] : []),
    ...(important?.includes('policy') ? ['policy'] : [])
  ]
}
