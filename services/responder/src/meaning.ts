import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { Trouble } from '@huiyin/schemas/ticket.ts'

/** What a platform's own codes mean for a reply; what is not here is `refused` or `platform-away`, by how it came. */

const codes = (by: Partial<Record<Trouble, readonly number[]>>): ReadonlyMap<string, Trouble> =>
  new Map(Object.entries(by).flatMap(([why, numbers]) => numbers.map(code => [String(code), why as Trouble] as const)))

const MEANINGS: Record<PlatformName, ReadonlyMap<string, Trouble>> = {
  wechat: codes({
    'post-gone': [88001, 88002, 88011],
    'comment-gone': [88004, 88008],
    'too-long': [88007],
    words: [40033, 87014],
    'one-reply': [88005],
    'replies-closed': [45015, 45047],
    quota: [45009, 45011]
  }),
  weibo: codes({
    'post-gone': [20101],
    'comment-gone': [20003, 20201],
    'too-long': [20012],
    words: [20008, 20202],
    'replies-closed': [20112, 20206, 20207],
    quota: [10022, 10023, 10024, 20016]
  }),
  douyin: codes({ quota: [2190001, 28003017, 28003018, 28001052] }),
  kuaishou: codes({ 'comment-gone': [404], quota: [429] }),
  mastodon: codes({ 'comment-gone': [404, 410], words: [422], 'replies-closed': [403], quota: [429] }),
  other: codes({})
}

const OURS: ReadonlyMap<string, Trouble> = new Map([
  ['NO_ANSWER', 'platform-away'],
  ['BY_HAND', 'no-reply']
])

export const troubleOf = (platform: PlatformName, code: string, otherwise: Trouble): Trouble =>
  MEANINGS[platform].get(code) ?? OURS.get(code) ?? otherwise
