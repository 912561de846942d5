/** How long the lists of a ticket may grow: the document stays small, the thread is in `comments`. */
export const LIMITS = {
  turns: 20,
  owed: 200,
  met: 2_000,
  replies: 20,
  commands: 50,
  unpublished: 100,
  scores: 100,
  places: 10,
  clocks: 60,
  dispatches: 20,
  cycles: 20,
  needs: 30,
  told: 200,
  links: 50,
  moderation: 20,
  lastActs: 5,
  tags: 20,
  notes: 100,
  undo: 8,
  attachments: 100,
  dispatchLinks: 20
} as const
