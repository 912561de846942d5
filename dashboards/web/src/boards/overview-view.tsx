import { learnWords } from '../language.ts'
import type { ViewProps } from '../views.tsx'
import { BOARDS_WORDS } from '../words-boards.ts'
import { BoardFrame } from './board-frame.tsx'
import { Overview } from './overview.tsx'
import { useBoardPlace } from './place.ts'

learnWords(BOARDS_WORDS)

/** How the office stands, for who leads it; beside it the list behind a number, and a ticket of that list. */
export function OverviewView({ me, now }: ViewProps) {
  const place = useBoardPlace()
  return (
    <BoardFrame place={place} me={me} now={now}>
      <Overview place={place} now={now} />
    </BoardFrame>
  )
}
