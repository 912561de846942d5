import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import type { StatementKind } from '@huiyin/schemas/incident.ts'
import { LEVELS } from '../data/filter.ts'
import type { Field, FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import type { IncidentDo } from './use-incident-act.ts'

/** What acts on an incident need to be told. */

type Form = FormSpec<IncidentDo>

const HOUR = 3_600_000
const KINDS = ['holding', 'clarification', 'update', 'briefing'] as const satisfies readonly StatementKind[]

const reason = (offers: readonly string[] = []): Field => ({
  ...{ name: 'reason', label: t('incident.act.reason'), as: 'line', max: 500, offers }
})
const lines = (name: string, label: string, rows = 3): Field => ({ name, label, as: 'lines', max: 20_000, rows })

export const levelForm = ({ level }: IncidentView): Form => ({
  id: 'level',
  title: t('incident.act.level'),
  hint: t('incident.act.level-hint'),
  fields: [
    {
      ...{ name: 'level', label: t('incidents.level'), as: 'choice', initial: level },
      of: LEVELS.map(value => ({ value, label: t(`incident.level.${value}`) }))
    },
    reason()
  ],
  act: body => ({ kind: 'level', body })
})

export const muteForm = (now: number): Form => ({
  id: 'mute',
  title: t('incident.act.mute'),
  hint: t('incident.act.mute-hint'),
  fields: [{ name: 'until', label: t('incident.act.until'), as: 'when', from: now, initial: String(now + 12 * HOUR) }],
  act: ({ until }) => ({ kind: 'mute', body: { until: Number(until) } })
})

export const dismissForm = (): Form => ({
  id: 'dismiss',
  title: t('incident.act.dismiss'),
  hint: t('incident.act.dismiss-hint'),
  fields: [reason([t('incident.reason.false-alarm')])],
  act: body => ({ kind: 'dismiss', body })
})

export const closeForm = (): Form => ({
  id: 'close',
  title: t('incident.act.close'),
  fields: [reason([t('incident.reason.done')])],
  act: body => ({ kind: 'close', body })
})

export const reopenForm = (): Form => ({
  id: 'reopen',
  title: t('incident.act.reopen'),
  fields: [reason()],
  act: body => ({ kind: 'reopen', body })
})

export const reviewForm = ({ review }: IncidentView): Form => ({
  id: 'review',
  title: t('incident.act.review'),
  fields: (['happened', 'cause', 'measures', 'lessons'] as const).map(name => ({
    ...lines(name, t(`incident.review.${name}`), 2),
    initial: review?.[name] ?? ''
  })),
  act: body => ({ kind: 'review', body })
})

export const noteForm = (): Form => ({
  id: 'note',
  title: t('incident.note'),
  fields: [
    lines('text', t('incident.note.text')),
    {
      ...{ name: 'links', label: t('incident.note.links'), hint: t('incident.note.links-hint') },
      ...{ as: 'lines', max: 4_000, optional: true, rows: 1 }
    }
  ],
  act: ({ text = '', links = '' }) => {
    const all = links.split(/\s+/).filter(Boolean)
    return { kind: 'notes', body: { text, ...(all.length > 0 && { links: all }) } }
  }
})

type Draft = { kind: StatementKind; title: string; text: string }

export const statementForm = ({ kind, title, text }: Draft): Form => ({
  id: `statement-${kind}`,
  title: t(kind === 'holding' ? 'statement.holding' : 'statement.draft'),
  hint: t('statement.draft-hint'),
  fields: [
    {
      ...{ name: 'kind', label: t('statement.kind'), as: 'choice', initial: kind },
      of: KINDS.map(value => ({ value, label: t(`statement.kind.${value}`) }))
    },
    { name: 'title', label: t('statement.title'), as: 'line', max: 200, initial: title },
    { ...lines('text', t('statement.text'), 5), initial: text }
  ],
  act: body => ({ kind: 'statements', body })
})
