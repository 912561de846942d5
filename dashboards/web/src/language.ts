import { useSyncExternalStore } from 'react'
import { stored } from './data/stored.ts'
import { type Saying, WORDS, type Word } from './words.ts'

/** The page speaks one language at a time; a switch draws the whole page anew. */

export type Language = 'zh' | 'en'

const preference = stored<Language>('huiyin.language', value => (value === 'en' || value === 'zh' ? value : undefined))

let current: Language = preference.read() ?? (navigator.language.startsWith('zh') ? 'zh' : guess())
const listeners = new Set<() => void>()

/** Chinese unless the browser asks for English and for no Chinese. */
function guess(): Language {
  const asks = (start: string) => navigator.languages.some(tag => tag.startsWith(start))
  return asks('en') && !asks('zh') ? 'en' : 'zh'
}

export const language = () => current

export function speak(next: Language): void {
  current = next
  preference.write(next)
  for (const listener of listeners) listener()
}

export const useLanguage = () =>
  useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, language)

export type Fill = Record<string, string | number>

const catalogue: Record<string, Saying> = { ...WORDS }

/** A view brings its words with it, before it is drawn. */
export function learnWords(words: Readonly<Record<string, Saying>>): void {
  Object.assign(catalogue, words)
}

/** The words for a key, with its places filled. */
export function t(word: Word, fill: Fill = {}): string {
  return catalogue[word]![current === 'zh' ? 0 : 1].replace(/\{([\w-]+)\}/g, (place, name: string) =>
    String(fill[name] ?? place)
  )
}

/** The words for a key that the server made, or undefined when the catalogue does not know it. */
export const known = (word: string, fill: Fill = {}): string | undefined =>
  Object.hasOwn(catalogue, word) ? t(word as Word, fill) : undefined
