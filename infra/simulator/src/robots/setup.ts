import type { Clock } from '../clock.ts'

export type RobotKind = 'wecom' | 'dingtalk' | 'feishu'

/** One robot in one group, as its administrator set it up; a test changes it while it stands. */
export interface RobotSetup {
  /** In its address. */
  token: string
  /** It asks for a signature when there is one. */
  secret?: string
  /** A message must contain one of them, when there are any. */
  keywords: string[]
  /** Our address is on its list, or it has none. */
  addressAllowed: boolean
  /** It keeps the platform's limits. */
  limited: boolean
}

/** What arrived at a group, and who was called. */
export interface Arrival {
  robot: RobotKind
  at: number
  title: string
  text: string
  links: string[]
  mentioned: string[]
  /** The message as it came. */
  body: Record<string, unknown>
}

/** What a robot needs to judge a message. */
export interface Group {
  clock: Clock
  setup: RobotSetup
  /** What a message is once nothing speaks against it. */
  arrive: (arrival: Omit<Arrival, 'at' | 'robot'>) => void
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function parseBody(raw: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(raw)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** A text in a part of the body, such as `markdown` → `content`. */
export function textIn(body: Record<string, unknown>, part: string, field: string): string | undefined {
  const inner = body[part]
  const value = isObject(inner) ? inner[field] : undefined
  return typeof value === 'string' ? value : undefined
}

export const stringsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : []

export const linksIn = (text: string): string[] => text.match(/https?:\/\/[^\s)"]+/g) ?? []

export const lacksKeyword = ({ keywords }: RobotSetup, text: string): boolean =>
  keywords.length > 0 && !keywords.some(keyword => text.includes(keyword))
