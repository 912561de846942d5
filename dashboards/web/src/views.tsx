import { type ComponentType, lazy } from 'react'
import type { View } from './data/views.ts'

/** `me`: the name of who looks; `now`: the server's time, UTC in ms; `demo`: the house runs on the simulator. */
export type ViewProps = { me: string; now: number; demo: boolean }

/** Each view comes when somebody goes there. The tickets come with the page. */
export const LATER: Record<Exclude<View, 'tickets'>, ComponentType<ViewProps>> = {
  reviews: lazy(async () => ({ default: (await import('./reviews/reviews-view.tsx')).ReviewsView })),
  dispatches: lazy(async () => ({ default: (await import('./dispatches/dispatches-view.tsx')).DispatchesView })),
  overview: lazy(async () => ({ default: (await import('./boards/overview-view.tsx')).OverviewView })),
  mood: lazy(async () => ({ default: (await import('./boards/mood-view.tsx')).MoodView })),
  incidents: lazy(async () => ({ default: (await import('./incidents/incidents-view.tsx')).IncidentsView })),
  reports: lazy(async () => ({ default: (await import('./reports/reports-view.tsx')).ReportsView })),
  letters: lazy(async () => ({ default: (await import('./letters/letters-view.tsx')).LettersView })),
  appraisal: lazy(async () => ({ default: (await import('./appraisal/appraisal-view.tsx')).AppraisalView })),
  archives: lazy(async () => ({ default: (await import('./archives/archives-view.tsx')).ArchivesView })),
  parked: lazy(async () => ({ default: (await import('./parked/parked-view.tsx')).ParkedView })),
  trail: lazy(async () => ({ default: (await import('./trail/trail-view.tsx')).TrailView })),
  health: lazy(async () => ({ default: (await import('./health/health-view.tsx')).HealthView })),
  house: lazy(async () => ({ default: (await import('./house/house-view.tsx')).HouseView })),
  welcome: lazy(async () => ({ default: (await import('./welcome/welcome-view.tsx')).WelcomeView })),
  wall: lazy(async () => ({ default: (await import('./boards/wall-view.tsx')).WallView })),
  comments: lazy(async () => ({ default: (await import('./comments/comments-view.tsx')).CommentsView })),
  search: lazy(async () => ({ default: (await import('./find/search-view.tsx')).SearchView })),
  posts: lazy(async () => ({ default: (await import('./posts/posts-view.tsx')).PostsView })),
  accounts: lazy(async () => ({ default: (await import('./accounts/accounts-view.tsx')).AccountsView })),
  people: lazy(async () => ({ default: (await import('./people/people-view.tsx')).PeopleView })),
  me: lazy(async () => ({ default: (await import('./me/me-view.tsx')).MeView }))
}
