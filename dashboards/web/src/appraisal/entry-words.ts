import type { EntryView } from '@huiyin/schemas/api-register.ts'
import type { EntryState } from '@huiyin/schemas/register.ts'
import { language, t } from '../language.ts'
import type { Tone } from '../marks/tone.tsx'

export const TONES: Record<EntryState, Tone> = {
  proposed: 'soon',
  decided: 'plain',
  appealed: 'soon',
  upheld: 'plain',
  changed: 'plain',
  withdrawn: 'plain'
}

/** What followed from it: 第 2 次：约谈, 扣 2 分. */
export function consequenceWords({ kind, ruling }: Pick<EntryView, 'kind' | 'ruling'>): string {
  if (!ruling) return ''
  const { nth, consequence, severity, points } = ruling
  const said = [
    ...(consequence ? [t('register.nth', { n: nth ?? 1, consequence: consequence[language()] })] : []),
    ...(severity ? [t(`severity.${severity}`)] : []),
    ...(points > 0
      ? [t(kind === 'reward' || kind === 'training' ? 'register.adds' : 'register.takes', { points })]
      : [])
  ]
  return said.join(t('facts.and'))
}
