import { learnWords } from '../language.ts'
import type { ViewProps } from '../views.tsx'
import { BOARDS_WORDS } from '../words-boards.ts'
import { Wall } from './wall/wall.tsx'

learnWords(BOARDS_WORDS)

/** A screen on a wall, which nobody touches. */
export const WallView = (_: ViewProps) => <Wall />
