import { useReviews } from '../data/desks.ts'
import { t } from '../language.ts'
import { DecideCard } from './decide-card.tsx'
import { DecideDesk } from './decide-desk.tsx'
import { Pile } from './pile.tsx'
import { nameOfRow } from './place.ts'

type PileProps = { open: string | undefined; now: number }

/** Replies, requests and removals, those first whose ticket falls due first. */
export function DecidePile({ open, now }: PileProps) {
  const { data, error, isPending, refetch } = useReviews()
  return (
    <Pile
      pile="decide"
      list={{ rows: data?.rows, madeAt: data?.now ?? 0, error, isPending, refetch }}
      counts={{ decide: data?.rows.length, judge: data?.judgements }}
      nameOf={nameOfRow}
      ticketOf={row => row.ticket.id}
      open={open}
      nothing={{ title: t('reviews.done'), hint: t('reviews.done-hint') }}
      card={(row, isOpen) => <DecideCard key={nameOfRow(row)} row={row} open={isOpen} now={now} />}
      desk={(row, way) => <DecideDesk key={nameOfRow(row)} row={row} way={way} now={now} />}
    />
  )
}
