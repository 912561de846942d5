import type { LetterAbout } from '@huiyin/schemas/letter.ts'
import { useMay } from '../data/may.ts'
import { visit } from '../data/query-string.ts'
import { actionOfView, type View } from '../data/views.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'

/** Where what a letter tells of stands on the page. */

type Told = { about: LetterAbout; of: string; path?: string | undefined }

const VIEWS = {
  incident: 'incidents',
  report: 'reports',
  search: 'search',
  register: 'appraisal',
  archive: 'archives',
  board: 'overview'
} as const satisfies Partial<Record<LetterAbout, View>>

type Leads = keyof typeof VIEWS
const leads = (about: LetterAbout): about is Leads => about in VIEWS

/** A digest tells of several; what was searched for stands in the letter's own path. */
function hrefOf(about: Leads, { of, path }: Told): string {
  if (path?.startsWith('/?')) return path.slice(1)
  const open = about === 'search' || about === 'board' || of === 'digest' ? undefined : of
  return `?${new URLSearchParams({ view: VIEWS[about], ...(open !== undefined && { open }) })}`
}

/** The way to what it tells of, for whom may go there. */
export function LetterWay({ letter }: { letter: Told }) {
  const may = useMay()
  const { about } = letter
  if (!leads(about) || !may(actionOfView(VIEWS[about]))) return null
  const href = hrefOf(about, letter)
  return (
    <a href={href} onClick={plainly(() => visit(href))}>
      {t(`letter.go.${about}`)}
    </a>
  )
}
