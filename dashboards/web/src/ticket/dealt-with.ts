const DEALT_WITH = /^(dismiss|waive|replies|attested|dispatches|transfer|merge)$|\/(review|approve|return|sign|bounce)$/

/** After such an act one is usually done with a ticket. */
export const isDealtWith = (kind: string): boolean => DEALT_WITH.test(kind)
