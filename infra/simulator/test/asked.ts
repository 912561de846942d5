import { ALL_OFFICES, type SimulatorOptions, startSimulator } from '../src/simulator.ts'
import type { PlatformKind } from '../src/things.ts'

/** 5 January 2026, 14:00 in Beijing. */
export const START = Date.parse('2026-01-05T14:00:00+08:00')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

interface Row {
  idstr: string
  text: string
  content: string
}

/** The fields of all answers that the tests look at; what an answer does not have is undefined there. */
export interface Json {
  id: string
  error: string
  expires_in: number
  comment_cnt: number
  list: { msgid: string; details: { stat_date: string; int_page_read_count: number }[] }[]
  errcode: number
  error_code: number | string
  errmsg: string
  access_token: string
  text: string
  comment: Row[]
  comments: Row[]
  statuses: Row[]
  length: number
  map: <T>(one: (row: Row) => T) => T[]
}

export async function openSimulator(options: Partial<SimulatorOptions> = {}) {
  let at = START
  const clock = {
    now: () => at,
    pass: (ms: number) => {
      at += ms
    }
  }
  const simulator = await startSimulator({ clock, ...options })
  const { url, control } = simulator
  const office = (platform: PlatformKind) => ALL_OFFICES.find(one => one.platform === platform)!

  const post = async (path: string, body: unknown, init: RequestInit = {}): Promise<Json> => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body), ...init })
    return (await response.json()) as Json
  }
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}${path}`, { headers })
    return { status: response.status, json: (await response.json()) as Json }
  }
  const publish = (platform: PlatformKind) =>
    control.publishPost({ platform, account: office(platform).id, title: '通告', publishedAt: START - HOUR }).id
  return { clock, simulator, control, office, post, get, publish }
}
