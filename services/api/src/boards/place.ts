import type { BoardSubscriptionBody } from '@huiyin/schemas/api-boards.ts'
import { Value } from 'typebox/value'
import { invalidRequest } from '../errors.ts'
import { type BoardAsk, MoodQuery, OverviewQuery } from './asking.ts'

const KNOWN = ['account', 'department', 'topic', 'place'] as const

/** What a place of the page asks for: its day is not kept, it moves on. Throws INVALID_REQUEST. */
export function askOfPlace({ view, place }: Pick<BoardSubscriptionBody, 'view' | 'place'>): BoardAsk {
  const query = new URLSearchParams(place)
  const ask = {
    span: query.get('span') ?? 'today',
    ...Object.fromEntries(
      KNOWN.slice(0, view === 'mood' ? KNOWN.length : 2).flatMap(name => {
        const value = query.get(name)
        return value ? [[name, value]] : []
      })
    )
  }
  if (Value.Check(view === 'mood' ? MoodQuery : OverviewQuery, ask)) return ask as BoardAsk
  throw invalidRequest('body/place', `Expected the query string of a dashboard, such as span=week, and got ${place}`)
}
