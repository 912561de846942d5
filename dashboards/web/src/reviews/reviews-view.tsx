import { learnWords } from '../language.ts'
import type { ViewProps } from '../views.tsx'
import { REVIEWS_WORDS } from '../words-reviews.ts'
import { DecidePile } from './decide-pile.tsx'
import { JudgePile } from './judge-pile.tsx'
import { useReviewPlace } from './place.ts'

learnWords(REVIEWS_WORDS)

/** What waits for the one who looks: replies and requests to decide, and labels to check. */
export function ReviewsView({ now }: ViewProps) {
  const { pile, open } = useReviewPlace()
  return pile === 'judge' ? <JudgePile open={open} now={now} /> : <DecidePile open={open} now={now} />
}
