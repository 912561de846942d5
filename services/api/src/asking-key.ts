/**
 * The key of an act that is only asked about. It has a blank, which no Idempotency-Key has: it never stands for what
 * somebody did.
 */
export const ASKING_KEY = 'only asked'
