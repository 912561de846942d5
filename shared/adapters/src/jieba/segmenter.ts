import type { Cut } from '@huiyin/domain/search-text.ts'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let loaded: { cut: Cut } | undefined

/**
 * The house's one segmenter: Han text is cut by dictionary, runs of other letters and digits stay whole.
 * It reads the compatibility form, so that full-width letters are letters. The dictionary is loaded once
 * per thread, at the first call.
 */
export function segmenter(): { cut: Cut } {
  loaded ??= cutting(Jieba.withDict(dict))
  return loaded
}

const cutting = (jieba: Jieba): { cut: Cut } => ({
  cut: text => joinRuns(jieba.cut(text.normalize('NFKC'), true))
})

const OPENS_RUN = /^(?!\p{Script=Han})[\p{L}\p{N}]/u
const ENDS_RUN = /(?!\p{Script=Han})[\p{L}\p{N}]$/u

/** Jieba cuts `H7Q2-9KXM` within its second half, and `café` before its last letter. */
function joinRuns(words: string[]): string[] {
  const joined: string[] = []
  let piece = '' // the last one alone is looked at: a run may be as long as the text
  for (const word of words) {
    if (piece !== '' && OPENS_RUN.test(word) && ENDS_RUN.test(piece)) joined[joined.length - 1] += word
    else joined.push(word)
    piece = word
  }
  return joined
}
