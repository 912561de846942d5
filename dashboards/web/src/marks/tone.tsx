import type { ReactNode } from 'react'
import style from './marks.module.css'

export type Tone = 'plain' | 'soon' | 'good' | 'late'

const LOOKS = { plain: '', soon: style.soonMark, good: style.goodMark, late: style.lateMark } as const

/** How something stands, in a word; colour only repeats it. */
export const ToneMark = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={`${style.mark} ${LOOKS[tone]}`}>{children}</span>
)
