/** Values alone: the page needs them, and no schemas with them. */

/** What the house keeps of its settings, by the name that the api, the log and the file give it. */
export const SETTING_NAMES = [
  'accounts',
  'departments',
  'places',
  'policies',
  'calendars',
  'ladders',
  'rosters',
  'people',
  'duties',
  'quiet-hours',
  'reply-lists',
  'templates',
  'synonyms',
  'incident-rules',
  'report-plan',
  'appraisal-rules',
  'retention'
] as const

/** Of what there is one in the house. */
export const THE_ONE = 'office'
