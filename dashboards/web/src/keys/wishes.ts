import type { Shortcut } from './shortcuts.ts'

/** What somebody wants to do with a ticket that is only being opened: done once it is there. */

let wish: { ticket: string; name: Shortcut; at: number } | undefined

const PATIENCE = 10_000 // ms: who waited longer has gone on to something else

/** `ticket`: its id; empty for all that are selected. */
export function wishFor(ticket: string, name: Shortcut): void {
  wish = { ticket, name, at: Date.now() }
}

/** Told once. */
export function takeWish(ticket: string): Shortcut | undefined {
  const mine = wish?.ticket === ticket && Date.now() - wish.at < PATIENCE ? wish.name : undefined
  wish = undefined
  return mine
}
