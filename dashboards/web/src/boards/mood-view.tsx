import { learnWords } from '../language.ts'
import type { ViewProps } from '../views.tsx'
import { BOARDS_WORDS } from '../words-boards.ts'
import { BoardFrame } from './board-frame.tsx'
import { Moods } from './mood/moods.tsx'
import { useBoardPlace } from './place.ts'

learnWords(BOARDS_WORDS)

/** How people feel over time, and what it hangs together with. */
export function MoodView({ me, now }: ViewProps) {
  const place = useBoardPlace()
  return (
    <BoardFrame place={place} me={me} now={now}>
      <Moods place={place} now={now} />
    </BoardFrame>
  )
}
