const bare = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Whether a platform gives back what it was given: it may trim, and join white space. */
export const sameText = (one: string, other: string) => bare(one) === bare(other)
