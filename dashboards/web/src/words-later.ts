import type { APPRAISAL_WORDS } from './words-appraisal.ts'
import type { ARCHIVES_WORDS } from './words-archives.ts'
import type { BOARDS_WORDS } from './words-boards.ts'
import type { BULK_WORDS } from './words-bulk.ts'
import type { DISPATCHES_WORDS } from './words-dispatches.ts'
import type { HEALTH_WORDS } from './words-health.ts'
import type { HOUSE_WORDS } from './words-house.ts'
import type { INCIDENTS_WORDS } from './words-incidents.ts'
import type { INSTRUCTIONS_WORDS } from './words-instructions.ts'
import type { KEYS_WORDS } from './words-keys.ts'
import type { LETTERS_WORDS } from './words-letters.ts'
import type { PARKED_WORDS } from './words-parked.ts'
import type { REPORTS_WORDS } from './words-reports.ts'
import type { REVIEWS_WORDS } from './words-reviews.ts'
import type { SEARCH_WORDS } from './words-search.ts'
import type { SYSTEM_WORDS } from './words-system.ts'
import type { TRAIL_WORDS } from './words-trail.ts'
import type { TRIAGE_WORDS } from './words-triage.ts'
import type { WELCOME_WORDS } from './words-welcome.ts'

/** Words that come with the view that says them: it hands them to `learnWords`. */
export type LaterWord =
  | keyof typeof APPRAISAL_WORDS
  | keyof typeof ARCHIVES_WORDS
  | keyof typeof BOARDS_WORDS
  | keyof typeof BULK_WORDS
  | keyof typeof DISPATCHES_WORDS
  | keyof typeof HEALTH_WORDS
  | keyof typeof HOUSE_WORDS
  | keyof typeof INCIDENTS_WORDS
  | keyof typeof INSTRUCTIONS_WORDS
  | keyof typeof KEYS_WORDS
  | keyof typeof LETTERS_WORDS
  | keyof typeof PARKED_WORDS
  | keyof typeof REPORTS_WORDS
  | keyof typeof REVIEWS_WORDS
  | keyof typeof SEARCH_WORDS
  | keyof typeof SYSTEM_WORDS
  | keyof typeof TRAIL_WORDS
  | keyof typeof TRIAGE_WORDS
  | keyof typeof WELCOME_WORDS
