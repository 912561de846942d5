import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent } from 'node:http'
import { join } from 'node:path'
import type { Problem, TicketView } from '@huiyin/schemas/api.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import { seeded } from '@huiyin/simulator/random.ts'
import axios, { type AxiosInstance } from 'axios'
import { type Deed, deedOf } from './acts.ts'

/** What the house is asked once all have acted; it ends when its parent lets go. */
export type Asked = 'what was written'
export type Opened = { url: string; ids: string[]; cookies: string[] }
/** `broken`: findings of a verification of the trail. */
export type Wrote = { timelines: { ticket: string; n: number; rows: HistoryRow[] }[]; broken: number }

/** What somebody tried, what came of it, and in how many ms. */
export type Tried = { who: string; ticket: string; deed: Deed; status: number; problem?: Problem; ms: number }

export interface Crowd {
  tried: Tried[]
  wrote: Wrote
  people: number
  /** Comments that flowed in meanwhile, and the most that ever waited. */
  poured: number
  mostBehind: number
}

export interface CrowdOptions {
  people: number
  tickets: number
  /** At least so long, and until so many acts were tried. */
  seconds: number
  atLeast?: number
  /** Comments a second that flow in meanwhile. */
  rate: number
  engines?: boolean
  seed?: number
  moves?: (acts: number) => void
}

/** Lets many people act on few tickets at once, as fast as each is answered, over real HTTP. */
export async function runCrowd(options: CrowdOptions): Promise<Crowd> {
  const { people, tickets, seconds, atLeast = 0, rate, engines = false } = options
  const args = [people, tickets, rate, engines ? 'engines' : ''].map(String)
  const house = fork(join(import.meta.dirname, 'house.ts'), args, { execArgv: [] })
  const flow = { poured: 0, mostBehind: 0 }
  const heard = Promise.withResolvers<Opened>()
  const wrote = Promise.withResolvers<Wrote>()
  house.on('message', (told: { opened?: Opened; wrote?: Wrote; poured?: number; behind?: number }) => {
    if (told.opened) heard.resolve(told.opened)
    if (told.wrote) wrote.resolve(told.wrote)
    if (told.poured !== undefined) flow.poured = told.poured
    flow.mostBehind = Math.max(flow.mostBehind, told.behind ?? 0)
  })
  const exit = once(house, 'exit').then(([code]) => {
    const ended = new Error(`The house ended with ${code}; its words stand above`)
    heard.reject(ended)
    wrote.reject(ended)
  })
  try {
    const opened = await heard.promise
    const until = performance.now() + seconds * 1000
    const tried: Tried[] = []
    const goesOn = () => performance.now() < until || tried.length < atLeast
    const acts = opened.cookies.map((_, n) => actsOf(n, { ...options, opened, goesOn, tried }))
    await Promise.all(acts)
    house.send('what was written' satisfies Asked)
    return { tried, people, wrote: await wrote.promise, ...flow }
  } finally {
    if (house.connected) house.disconnect()
    await exit
  }
}

type Doing = CrowdOptions & { opened: Opened; goesOn: () => boolean; tried: Tried[] }

async function actsOf(n: number, { opened, goesOn, tried, people, seed = 1, moves }: Doing): Promise<void> {
  const random = seeded(seed * 1000 + n)
  const http = axios.create({
    baseURL: `${opened.url}/api/tickets/`,
    headers: { cookie: opened.cookies[n]!, 'sec-fetch-site': 'same-origin' },
    httpAgent: new Agent({ keepAlive: true, maxSockets: 1 }),
    validateStatus: () => true
  })
  for (let i = 0; goesOn(); i++) {
    const ticket = opened.ids[Math.floor(random() * opened.ids.length)]!
    const { data: view } = await http.get<TicketView>(encodeURIComponent(ticket))
    const deed = deedOf({ view, k: `${n}-${i}`, random, people })
    tried.push({ who: `person-${n}`, ticket, deed, ...(await tryIt(http, view, deed, `${n}-${i}`)) })
    moves?.(tried.length)
  }
}

async function tryIt(http: AxiosInstance, view: TicketView, { path, body }: Deed, key: string) {
  const began = performance.now()
  const headers = { 'idempotency-key': key, 'if-match': String(view.lastTurn) }
  const { status, data } = await http.post(`${encodeURIComponent(view.id)}/${path}`, body, { headers })
  const ms = performance.now() - began
  return { status, ms, ...(status >= 400 && { problem: data as Problem }) }
}
