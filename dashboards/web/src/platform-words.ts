import { known, language, t } from './language.ts'

/** What platforms and other machines say, to people. */

const HAN = /\p{Script=Han}/u

/**
 * What a platform has answered: in our words where its code has some. An English sentence of ours or of the platform's is
 * no news to a Chinese reader: then its code stands for it, and the sentence is in `original`.
 */
export function platformWords(
  code: string | undefined,
  message: string | undefined
): { words: string; original?: string } {
  const ours = code === undefined ? undefined : known(`check.code.${code}`)
  if (ours !== undefined) return { words: ours }
  if (message === undefined || message === code) return { words: code ?? '' }
  if (language() !== 'zh' || HAN.test(message)) return { words: message }
  const words = code === undefined ? t('platform.refused') : t('platform.refused-code', { code })
  return { words, original: message }
}
