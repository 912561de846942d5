import { similarCounted } from '@huiyin/domain/commands.ts'
import { similarPoints } from '@huiyin/domain/similar-steps.ts'
import { type Addressed, actOnEach } from '@huiyin/ports/act.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import { ANALYST, type IncidentPorts } from './ports.ts'

/** How many other people said the same, where the watch has counted. */
export type SimilarTo = (comment: string) => number | undefined

/** Tells each ticket that was opened how many said the same before; what is below the first step is not told. */
export async function countSimilar(
  { desk, clock }: Pick<IncidentPorts, 'desk' | 'clock'>,
  opened: readonly HouseEvent[],
  similarTo: SimilarTo
): Promise<void> {
  const batch = opened.flatMap(({ ticket, data }): Addressed[] => {
    const comment = String(data.comment)
    const count = similarTo(comment) ?? 0
    return similarPoints(count) > 0 ? [{ id: ticket, command: similarCounted({ actor: ANALYST, comment, count }) }] : []
  })
  if (batch.length === 0) return
  const { tickets } = await actOnEach(desk, batch, clock.now())
  await desk.publisher.publish(tickets)
}
