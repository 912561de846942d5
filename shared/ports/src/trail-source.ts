import type { Anchors } from './anchors.ts'
import type { History } from './history.ts'
import type { Trail } from './trail.ts'
import type { TrailSource } from './verify-trail.ts'

/** The trail as it stands in the store; what was written before `heads` is asked is seen. */
export const trailSource = (trail: Trail, history: History, anchors: Anchors): TrailSource => ({
  heads: async () => {
    await Promise.all([trail.refresh(), history.refresh()])
    return trail.heads()
  },
  links: trail.links,
  at: trail.at,
  range: trail.range,
  between: history.between,
  anchors: anchors.list,
  key: anchors.key
})
