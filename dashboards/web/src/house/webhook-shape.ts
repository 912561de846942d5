import { OF_TICKETS } from '@huiyin/schemas/webhook-events.ts'
import type { Word } from '../words.ts'
import { EVENT_WORDS } from '../words-events.ts'
import { called, departments, field, text } from './kinds/pieces.ts'
import { group, type Options } from './shape/shape.ts'

const PREFIX = 'event.'

const TYPES: Options = Object.keys(EVENT_WORDS)
  .map(word => word.slice(PREFIX.length))
  .filter(type => OF_TICKETS.test(type))
  .map(value => ({ value, word: `${PREFIX}${value}` as Word }))

/** What is told to whom; without anything chosen all of it. */
export const WEBHOOK = group(
  field('name', text(100)),
  called('url', 'field.webhook-url', text(2000), { hint: 'field.webhook-url-hint' }),
  field('accounts', { as: 'refs', from: 'accounts' }, { optional: true, absent: 'house.for-all' }),
  field('departments', departments, { optional: true, absent: 'house.for-all' }),
  called(
    'types',
    'field.webhook-types',
    { as: 'some', of: TYPES },
    {
      optional: true,
      absent: 'house.for-all',
      hint: 'field.webhook-types-hint'
    }
  )
)
