/** The views of the page, in the groups in which the navigation shows them, with the action that one has to be granted. */

export const VIEW_GROUPS = [
  {
    group: 'work',
    views: {
      tickets: 'ticket.read',
      reviews: 'ticket.triage',
      dispatches: 'ticket.read',
      comments: 'comment.read',
      search: 'ticket.read'
    }
  },
  {
    group: 'watch',
    views: {
      overview: 'board.read',
      mood: 'board.read',
      incidents: 'incident.read',
      reports: 'report.read',
      letters: 'letter.receive'
    }
  },
  { group: 'keep', views: { appraisal: 'appraisal.read', archives: 'archive.read' } },
  {
    group: 'run',
    views: {
      posts: 'post.read',
      accounts: 'account.read',
      parked: 'parked.read',
      people: 'people.read',
      trail: 'trail.read',
      health: 'metrics.read',
      house: 'settings.read'
    }
  }
] as const

/** Views that the navigation does not show: one's own account, the first steps, and a screen on a wall. */
export const OTHER_VIEWS = { me: 'session.own', welcome: 'settings.configure', wall: 'board.read' } as const

type Named<G> = G extends { views: infer V } ? keyof V : never
export type View = Named<(typeof VIEW_GROUPS)[number]> | keyof typeof OTHER_VIEWS

const ACTIONS: Record<string, string> = Object.assign({}, OTHER_VIEWS, ...VIEW_GROUPS.map(({ views }) => views))

export const VIEWS = Object.keys(ACTIONS) as View[]

/** The action without which a view has nothing to show. */
export const actionOfView = (view: View): string => ACTIONS[view]!
