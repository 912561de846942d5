/**
 * The live view: one stream of what happens to tickets, for the whole page.
 *
 * connecting → open → connecting (the browser tries again by itself) → lost (3 s without) → open.
 * Events are gathered for a quarter of a second and told at once. A `reset`, or a connection made anew
 * after the browser gave up, means that something may have been missed: `gaps` counts these.
 */
import type { LiveEvent } from '@huiyin/schemas/api.ts'
import { useSyncExternalStore } from 'react'
import { type HeardRows, hear } from './rows.ts'
import { serverNow } from './server-time.ts'

export type Live = {
  connection: 'connecting' | 'open' | 'lost'
  /** The first attempt has ended: what happens from now on is heard, or known not to be. */
  settled: boolean
  lostAt: number
  rows: HeardRows
  gaps: number
}

const GATHER = 250
const PATIENCE = 3_000
const RETRY = 5_000

let state: Live = { connection: 'connecting', settled: false, lostAt: 0, rows: new Map(), gaps: 0 }
let order = 0
let waiting: (LiveEvent & { order: number })[] = []
const listeners = new Set<() => void>()

function become(next: Partial<Live>): void {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}

/** How much has been heard: the number of the last arrival, and of the last gap. What is asked for now has all that. */
export const heardSoFar = () => ({ order, gaps: state.gaps })

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useLive = () => useSyncExternalStore(subscribe, () => state)

/** One thing of it: who asks for that is drawn again only when it changes. */
export const useLiveOf = <T>(read: (live: Live) => T): T => useSyncExternalStore(subscribe, () => read(state))

/** Calls back whenever something was heard of a ticket, or may have been missed; answers how to stop that. */
export function onNews(listener: () => void): () => void {
  let { rows, gaps } = state
  return subscribe(() => {
    if (rows === state.rows && gaps === state.gaps) return
    ;({ rows, gaps } = state)
    listener()
  })
}

/** Takes over a row that an answer brought, as if it had come by itself. */
export function learn(row: LiveEvent['row']): void {
  become({ rows: hear(state.rows, [{ row, type: 'ticket.scored', order }]) })
}

function tellWaiting(): void {
  const news = waiting
  waiting = []
  if (news.length > 0) become({ rows: hear(state.rows, news) })
}

/** Listens until stopped. */
export function listen(): () => void {
  let source: EventSource
  let patience: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let anew = false

  const open = () => {
    clearTimeout(patience)
    patience = undefined
    become({ connection: 'open', settled: true, gaps: state.gaps + (anew ? 1 : 0) })
    anew = false
  }
  const lost = () => {
    if (state.connection === 'open') become({ connection: 'connecting', lostAt: serverNow() })
    patience ??= setTimeout(
      () => become({ connection: 'lost', settled: true, lostAt: state.lostAt || serverNow() }),
      PATIENCE
    )
    if (source.readyState !== EventSource.CLOSED) return
    anew = true
    clearTimeout(again)
    again = setTimeout(connect, RETRY)
  }
  const connect = () => {
    source = new EventSource('/api/events')
    source.onopen = open
    source.onerror = lost
    source.addEventListener('ticket', event => {
      order += 1
      if (waiting.length === 0) setTimeout(tellWaiting, GATHER)
      waiting.push({ ...(JSON.parse(event.data) as LiveEvent), order })
    })
    source.addEventListener('reset', () => become({ gaps: state.gaps + 1 }))
  }

  connect()
  return () => {
    clearTimeout(patience)
    clearTimeout(again)
    source.close()
    waiting = []
    become({ connection: 'connecting', settled: false, lostAt: 0, rows: new Map() })
  }
}
