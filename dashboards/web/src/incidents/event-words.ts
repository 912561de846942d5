import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { known, language, t } from '../language.ts'
import { clockTime } from '../time.ts'
import type { IncidentEvent } from './use-incident.ts'

/** What an event of an incident adds to its name. */

type Data = IncidentEvent['data']
type Say = (data: Data, view: IncidentView, now: number) => string | undefined

const levelWords = (level: Data[string] | undefined) => known(`incident.level.${level}`) ?? ''

const grown: Say = ({ comments, level }) =>
  typeof comments === 'number' ? t('timeline.grown', { comments, level: levelWords(level) }) : undefined

const stepped: Say = ({ step, state, track, instruction, late }, view) => {
  if (late && instruction !== undefined) return t('timeline.late', { what: t('incident.due-instruction') })
  if (late) return t('timeline.late', { what: nameOf(view.tracks, track) })
  const words = known(`incident.step.${state}`)
  return [nameOf(view.steps, step), words].filter(Boolean).join(' · ')
}

const statement: Say = ({ statement: id, kind, state }, { statements }) =>
  [statements.find(one => one.id === id)?.title ?? known(`statement.kind.${kind}`), known(`statement.state.${state}`)]
    .filter(Boolean)
    .join(' · ')

const instruction: Say = ({ instruction: id }, { instructions }) => instructions.find(one => one.id === id)?.text

const nameOf = (of: readonly { id: string; name: { zh: string; en: string } }[], id: Data[string] | undefined) =>
  of.find(one => one.id === id)?.name[language()] ?? String(id ?? '')

const SAYS: Partial<Record<IncidentEvent['type'], Say>> = {
  'incident.opened': grown,
  'incident.grown': grown,
  'incident.calmed': grown,
  'incident.levelled': ({ was, level, by }) =>
    [
      t('timeline.level', { was: levelWords(was), level: levelWords(level) }),
      by === 'person' ? '' : t('timeline.by-table')
    ]
      .filter(Boolean)
      .join(' · '),
  'incident.stepped': stepped,
  'incident.statement': statement,
  'incident.published': statement,
  'incident.instructed': instruction,
  'incident.instruction-done': instruction,
  'incident.joined': ({ joined }) => countWords(joined),
  'incident.parted': ({ parted }) => countWords(parted),
  'incident.split': ({ split }) => countWords(split),
  'incident.noted': ({ note }, { notes }) => notes.find(({ id }) => id === note)?.text,
  'incident.muted': ({ until }, _, now) =>
    typeof until === 'number' ? t('timeline.until', { at: clockTime(until, now) }) : undefined
}

const countWords = (count: Data[string] | undefined) =>
  typeof count === 'number' ? t('timeline.joined', { count }) : undefined

const LONGEST = 80

export function eventWords({ type, data }: IncidentEvent, view: IncidentView, now: number): string | undefined {
  const words = SAYS[type]?.(data, view, now)
  return words !== undefined && words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}
