import { type Saying, WORDS } from '../src/words.ts'
import { APPRAISAL_WORDS } from '../src/words-appraisal.ts'
import { ARCHIVES_WORDS } from '../src/words-archives.ts'
import { BOARDS_WORDS } from '../src/words-boards.ts'
import { BULK_WORDS } from '../src/words-bulk.ts'
import { DISPATCHES_WORDS } from '../src/words-dispatches.ts'
import { HEALTH_WORDS } from '../src/words-health.ts'
import { HOUSE_WORDS } from '../src/words-house.ts'
import { INCIDENTS_WORDS } from '../src/words-incidents.ts'
import { INSTRUCTIONS_WORDS } from '../src/words-instructions.ts'
import { KEYS_WORDS } from '../src/words-keys.ts'
import { LETTERS_WORDS } from '../src/words-letters.ts'
import { PARKED_WORDS } from '../src/words-parked.ts'
import { REPORTS_WORDS } from '../src/words-reports.ts'
import { REVIEWS_WORDS } from '../src/words-reviews.ts'
import { SEARCH_WORDS } from '../src/words-search.ts'
import { SYSTEM_WORDS } from '../src/words-system.ts'
import { TRAIL_WORDS } from '../src/words-trail.ts'
import { TRIAGE_WORDS } from '../src/words-triage.ts'
import { WELCOME_WORDS } from '../src/words-welcome.ts'

/** Every word of the page and of the views that bring theirs with them. */
export const ALL_WORDS: Readonly<Record<string, Saying>> = {
  ...WORDS,
  ...APPRAISAL_WORDS,
  ...ARCHIVES_WORDS,
  ...BOARDS_WORDS,
  ...BULK_WORDS,
  ...DISPATCHES_WORDS,
  ...HEALTH_WORDS,
  ...HOUSE_WORDS,
  ...INCIDENTS_WORDS,
  ...INSTRUCTIONS_WORDS,
  ...KEYS_WORDS,
  ...LETTERS_WORDS,
  ...PARKED_WORDS,
  ...SYSTEM_WORDS,
  ...REPORTS_WORDS,
  ...REVIEWS_WORDS,
  ...SEARCH_WORDS,
  ...TRAIL_WORDS,
  ...TRIAGE_WORDS,
  ...WELCOME_WORDS
}
