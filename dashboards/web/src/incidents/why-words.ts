import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { language, t } from '../language.ts'
import { clockTime, lengthOf } from '../time.ts'
import { rateWords } from './rate-words.ts'

/** What an incident is and why it was raised, in sentences. */

export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole))

export function sentenceOf(view: IncidentView, now: number): string {
  const { title, since, figures } = view
  const { people, comments, sentiment } = figures
  return t('incident.sentence', {
    ...{ title, comments, accounts: view.accounts.length },
    since: clockTime(since, now),
    people: people > 0 ? t('incident.sentence-people', { people }) : t('incident.sentence-nobody'),
    negative: shareOf(sentiment.negative, comments),
    speed: speedOf(view)
  })
}

function speedOf({ state, trend, curve }: IncidentView): string {
  if (state === 'calm') return t('incident.sentence-calm')
  if (state !== 'open') return t('incident.sentence-over', { state: t(`incident.state.${state}`) })
  return t(`incident.sentence-${trend}`, { rate: rateWords(curve.at(-1)?.rate ?? 0) })
}

export function whyRaised({ raised, splitFrom }: IncidentView, now: number): string {
  if (!raised) return t(splitFrom === undefined ? 'incident.why-unknown' : 'incident.why-split')
  const { at, windowMs, observed, expected, people } = raised
  const times = observed / Math.max(expected, 0.001)
  const seen = { at: clockTime(at, now), window: lengthOf(windowMs), observed }
  const said =
    times >= FAR_MORE
      ? t('incident.why-never', seen)
      : t('incident.why-raised', { ...seen, expected: rateWords(expected), times: timesWords(times) })
  return people > 0 ? `${said}${language() === 'zh' ? '' : ' '}${t('incident.why-people', { people })}` : said
}

/** So many times as usual is said as: hardly ever. */
const FAR_MORE = 100

const timesWords = (times: number) => (times >= 10 ? String(Math.round(times)) : times.toFixed(1))

export function whyLevel(view: IncidentView, now: number): string {
  const { natureName, scale, trend, impact, found, set, lowerSince } = view
  const said = t('incident.why-level', {
    nature: natureName[language()],
    scale: t(`incident.scale.${scale}`),
    trend: t(`incident.trend.${trend}`).toLowerCase(),
    impact: t(`incident.impact.${impact}`),
    found: t(`incident.level.${found}`)
  })
  const person =
    set &&
    t('incident.why-set', { who: set.by.name, at: clockTime(set.at, now), level: t(`incident.level.${set.level}`) })
  const falls = lowerSince !== undefined && t('incident.why-falls', { at: clockTime(lowerSince, now) })
  return [said, person, falls].filter(Boolean).join(language() === 'zh' ? '' : ' ')
}
