import { EVENT_WORDS } from '../words-events.ts'

/** What may be looked for in the trail, in groups: all that the page has words for. */

const GROUPS = {
  ticket: ['ticket', 'turn', 'comment', 'note', 'act'],
  reply: ['reply', 'moderation', 'revealed'],
  dispatch: ['dispatch', 'attachment'],
  clock: ['clock', 'alert'],
  people: ['session', 'user', 'password', 'second-factor', 'token'],
  house: ['settings', 'exported', 'webhook', 'trail', 'item', 'parked', 'backfill', 'job', 'post', 'search', 'index'],
  incident: ['incident'],
  paper: ['letter', 'report', 'register', 'content', 'appraisal', 'archive']
} as const satisfies Record<string, readonly string[]>

type Group = keyof typeof GROUPS

/** Of one word only these are events; others of one word are parts of sentences. */
const ALONE: readonly string[] = ['revealed', 'exported']

const ALL = Object.keys(EVENT_WORDS).map(word => word.slice('event.'.length))

export const EVENT_GROUPS = (Object.keys(GROUPS) as Group[]).map(group => ({
  group,
  types: ALL.filter(type => {
    const [first = '', ...rest] = type.split('.')
    const named: readonly string[] = GROUPS[group]
    return named.includes(first) && (rest.length > 0 || ALONE.includes(type))
  })
}))

export const EVENT_TYPES: readonly string[] = EVENT_GROUPS.flatMap(({ types }) => types)
