/** Where the keys go when one leaves a part of the ticket: to its row in the list, if that is drawn. */

const row = () => document.querySelector<HTMLElement>('[data-ticket][aria-current="true"]')

/** From anywhere in the ticket to its row, which gets the keys; without such a row the ticket is left. */
export function toTheList(foot: HTMLElement | null, onBack: () => void): unknown {
  if (!foot?.parentElement?.contains(document.activeElement)) return false
  const here = row()
  return here ? here.focus() : onBack()
}

/** What had the keys is gone, or waits for an answer: they go to the row, so that one goes on from there. */
export function keepKeys(): void {
  if (document.activeElement === null || document.activeElement === document.body) row()?.focus()
}
