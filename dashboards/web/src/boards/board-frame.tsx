import type { ReactNode } from 'react'
import { TicketPane } from '../ticket/ticket-pane.tsx'
import { Behind } from './behind/behind.tsx'
import style from './board.module.css'
import { type BoardPlace, changedPlace, goTo } from './place.ts'

type FrameProps = { place: BoardPlace; me: string; now: number; children: ReactNode }

/**
 * A board, the list behind one of its numbers at the right, and a ticket of that list, which takes the board's place.
 * The board stays as it is meanwhile: whoever comes back is where they were.
 */
export const BoardFrame = ({ place, me, now, children }: FrameProps) => (
  <>
    <div className={style.frame} data-list={place.list !== undefined} data-ticket={place.ticket !== undefined}>
      <div className={style.boardBox}>{children}</div>
      {place.list !== undefined && <Behind key={listKey(place)} place={place} list={place.list} now={now} />}
    </div>
    {place.ticket !== undefined && (
      <TicketPane id={place.ticket} me={me} now={now} onBack={() => goTo(changedPlace(place, { ticket: undefined }))} />
    )}
  </>
)

/** Another list is another sheet; its parts are the same one. */
const listKey = ({ ticket, part, ...place }: BoardPlace) => JSON.stringify(place)
