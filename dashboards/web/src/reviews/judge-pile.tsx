import type { TicketRow } from '@huiyin/schemas/api.ts'
import { useQuery } from '@tanstack/react-query'
import { useReviews } from '../data/desks.ts'
import { api, told } from '../data/http.ts'
import { t } from '../language.ts'
import { JudgeCard } from './judge-card.tsx'
import { JudgeDesk } from './judge-desk.tsx'
import { Pile } from './pile.tsx'

const MOST = 100

const useJudgements = () =>
  useQuery({
    queryKey: ['reviews', 'judge'],
    queryFn: () =>
      told(
        api.GET('/api/tickets', {
          params: { query: { status: ['open', 'handling'], review: true, sort: 'due', atMost: MOST } }
        })
      )
  })

const nameOf = ({ id }: TicketRow) => id

/** Tickets whose label a person looks at: where the model is unsure, and samples of where it is sure. */
export function JudgePile({ open, now }: { open: string | undefined; now: number }) {
  const { data, error, isPending, refetch } = useJudgements()
  const decide = useReviews().data?.rows.length
  return (
    <Pile
      pile="judge"
      list={{ rows: data?.rows, madeAt: data?.now ?? 0, error, isPending, refetch }}
      counts={{ decide, judge: data?.total }}
      nameOf={nameOf}
      ticketOf={nameOf}
      open={open}
      nothing={{ title: t('reviews.judged'), hint: t('reviews.judged-hint') }}
      card={(row, isOpen) => <JudgeCard key={row.id} row={row} open={isOpen} now={now} />}
      desk={(row, way) => <JudgeDesk key={row.id} row={row} way={way} now={now} />}
    />
  )
}
