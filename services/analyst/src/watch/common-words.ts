import { COMMON_WORDS } from '@huiyin/domain/search/common-words.ts'

const listed = new Map(COMMON_WORDS.flatMap(([rarity, words]) => words.split(' ').map(word => [word, rarity] as const)))

/** How rare a word is in the language, ln(all words / this one); undefined for one that is not among the commonest. */
export const rarityInLanguage = (word: string): number | undefined => listed.get(word)

/** Whether a word is among the commonest thousands. */
export const isCommonWord = (word: string): boolean => listed.has(word)
