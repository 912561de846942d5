import type { HouseEvent } from '@huiyin/schemas/event.ts'
import { known, t } from '../language.ts'
import { clockTime, duration } from '../time.ts'
import { doneWords } from './undo/done-words.ts'
import { departmentWords } from './why/risk-words.ts'

/** What an event adds to its name. */
export function eventDetail({ type, data }: Pick<HouseEvent, 'type' | 'data'>, now: number): string | undefined {
  const at = (value: unknown) => (typeof value === 'number' ? clockTime(value, now) : '?')
  if (type === 'clock.started') return t('event.due', { at: at(data.dueAt) })
  if (type === 'clock.moved') return t('event.moved', { from: at(data.from), to: at(data.to) })
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  if (type === 'clock.warned' && typeof data.point === 'number') return t('event.before', { for: duration(data.point) })
  if (type === 'clock.stopped') return known(`outcome.${data.outcome}`)
  if (type === 'ticket.acknowledged' && data.until !== undefined) return t('event.until', { at: at(data.until) })
  if (type === 'clock.paused') return known(`pause.${data.reason}`)
  if (type === 'ticket.reopened' || type === 'ticket.split') return text(data.why)
  if (type === 'ticket.dismissed' || type === 'ticket.waived') return text(data.reason)
  if (type === 'ticket.opened') return known(`label.${data.label}`)
  if (type === 'ticket.corrected') return corrections(data)
  if (type === 'ticket.tagged') return tagging(data)
  if (type === 'act.undone') return text(data.type) && doneWords(String(data.type))
  return caseDetail({ type, data }, at)
}

/** Several tags stand one in a line. */
const tagging = ({ added, removed }: HouseEvent['data']): string =>
  [...signed('+', added), ...signed('−', removed)].join(' ')

const signed = (sign: string, tags: HouseEvent['data'][string] | undefined) =>
  typeof tags === 'string' && tags !== '' ? tags.split('\n').map(tag => `${sign}${tag}`) : []

type Value = HouseEvent['data'][string]

function caseDetail({ type, data }: Pick<HouseEvent, 'type' | 'data'>, at: (value: unknown) => string) {
  const department = typeof data.department === 'string' ? departmentWords(data.department) : ''
  if (type.startsWith('moderation.')) return moderation(data)
  if (type === 'dispatch.bounced') return t('event.proposes', { department: String(data.proposes) })
  if (type === 'dispatch.sent' || type === 'dispatch.ruled' || type === 'ticket.transferred')
    return department === '' ? undefined : t('event.to', { department })
  if (type === 'ticket.asked') return known(`ask.${data.kind}`)
  if (type === 'ticket.decided') return `${known(`ask.${data.kind}`)} ${t(data.granted ? 'act.grant' : 'act.refuse')}`
  if (type === 'ticket.closed') return known(`event.closed.${data.how}`)
  if (type === 'ticket.rated') return t('event.score', { score: Number(data.score) })
  if (type === 'ticket.supervised')
    return data.ended ? t('event.supervision.ended') : t('event.due', { at: at(data.dueAt) })
  if (typeof data.number === 'string') return data.number
  return undefined
}

function moderation({ kind, ground, elected }: HouseEvent['data']): string | undefined {
  if (kind === 'elect') return t(elected === false ? 'event.unelected' : 'event.elected')
  return known(`ground.${ground}`)
}

/** What was set, from what it was; what a person found right is told apart. */
function corrections(data: HouseEvent['data']): string {
  const { label, wasLabel, sentiment, wasSentiment, level, wasLevel, urgent, wasUrgent } = data
  const words = (of: string) => (value: Value) => known(`${of}.${value}`) ?? String(value)
  const office = (value: Value) => (typeof value === 'string' ? departmentWords(value) : t('correct.no-department'))
  const yesNo = (value: Value) => t(value ? 'correct.yes' : 'correct.no')
  return [
    change(t('why.label'), wasLabel, label, words('label')),
    change(t('why.sentiment'), wasSentiment, sentiment, words('sentiment')),
    change(t('why.department'), data.wasDepartment, data.department, office),
    change(t('correct.level'), wasLevel, level, words('level')),
    change(t('correct.urgent'), wasUrgent, urgent, yesNo)
  ]
    .filter(line => line !== undefined)
    .join(t('event.and'))
}

function change(what: string, from: Value | undefined, to: Value | undefined, inWords: (value: Value) => string) {
  if (to === undefined) return undefined
  if (from === to) return t('event.confirmed', { what: `${what} ${inWords(to)}` })
  return t('event.changed', { what, from: inWords(from ?? null), to: inWords(to) })
}

const SET = {
  label: 'wasLabel',
  sentiment: 'wasSentiment',
  department: 'wasDepartment',
  level: 'wasLevel',
  urgent: 'wasUrgent'
}

/** Persons have looked, and changed nothing of what the models said. */
export function onlyConfirmed(history: readonly Pick<HouseEvent, 'type' | 'data'>[]): boolean {
  const corrected = history.filter(({ type }) => type === 'ticket.corrected')
  const confirms = ({ data }: Pick<HouseEvent, 'data'>) =>
    Object.entries(SET).every(([set, was]) => data[set] === undefined || data[set] === data[was])
  return corrected.length > 0 && corrected.every(confirms)
}
