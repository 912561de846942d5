const AT_MOST = 12

/** A tag as it is kept: without blanks around it; undefined where nothing is written. */
export const tagOf = (text: string): string | undefined => text.replace(/\s+/g, ' ').trim().slice(0, 30) || undefined

/** What is offered of the known words: those that are not there yet and have these letters in them. */
export const offered = (known: readonly string[], there: readonly string[], text: string): string[] =>
  known.filter(tag => !there.includes(tag) && tag.includes(text.trim())).slice(0, AT_MOST)
