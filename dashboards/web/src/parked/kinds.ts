import type { ParkedRow } from '@huiyin/schemas/api.ts'
import { ApiProblem } from '../data/http.ts'
import { known, t } from '../language.ts'
import { problemWords } from '../problem-words.ts'

/** What kind of trouble a parked message is, by where it comes from and what is said of it. */

export type Kind = 'shape' | 'json' | 'platform' | 'classify' | 'store' | 'other'

const POLL = 'poll/'

export function kindOf({ topic, reason }: Pick<ParkedRow, 'topic' | 'reason'>): Kind {
  if (topic.startsWith(POLL)) return 'platform'
  if (/JSON|Unexpected (token|end)/.test(reason)) return 'json'
  if (/(^|: at )\//.test(reason)) return 'shape'
  if (topic === 'comments') return 'classify'
  return topic === 'classified' ? 'store' : 'other'
}

/** Whether it can be put on its topic again. */
export const isReplayable = ({ topic, cut }: Pick<ParkedRow, 'topic' | 'cut'>): boolean =>
  !cut && !topic.startsWith(POLL)

/** What to do about it. */
export const adviceOn = (row: ParkedRow): string => t(row.cut ? 'parked.do.cut' : `parked.do.${kindOf(row)}`)

/** Where it comes from, in words. */
export function topicWords(topic: string): string {
  const [, platform] = topic.split('/')
  if (topic.startsWith(POLL) && platform)
    return t('parked.topic.poll', { platform: known(`platform.${platform}`) ?? platform })
  return known(`parked.topic.${topic}`) ?? topic
}

/** Why a replay was refused: mostly what was not understood then is not now. */
export const refusalWords = (error: unknown): string =>
  error instanceof ApiProblem && error.code === 'INVALID_REQUEST' ? t('parked.still') : problemWords(error)
