import type { BoardMood, BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { createContext } from 'react'

/** Nothing at all was counted in the stretch that one compares with: what is more than nothing is no worse for it. */
export const NoBefore = createContext(false)

export const wasEmpty = ({ figures }: Pick<BoardOverview, 'figures'>): boolean => figures.every(({ before }) => !before)

export const moodWasEmpty = ({ before }: Pick<BoardMood, 'before'>): boolean =>
  before.negative + before.neutral + before.positive === 0
