import type { LetterAbout } from '@huiyin/schemas/letter.ts'

/** Where on the page stands what a letter is about. */

type Page = Exclude<LetterAbout, 'search' | 'board' | 'test'>

const VIEWS: Record<Page, string> = {
  incident: 'incidents',
  report: 'reports',
  register: 'appraisal',
  archive: 'archives'
}

/** Path below the house's public address; without `open` the list. */
export const letterPath = (about: Page, open?: string): string =>
  `/?${new URLSearchParams({ view: VIEWS[about], ...(open !== undefined && { open }) })}`
