import type { DueExplanation, Span } from '@huiyin/schemas/calendar.ts'
import { DAY, dayNumber, weekdayOf } from './dates.ts'
import { type Language, WORDS } from './explain-words.ts'
import { zoneNamed } from './zone.ts'

const MOST_SPANS = 6

/** A due time's reasons as one sentence for people (R16), its times in the calendar's zone. */
export function explainDue(explanation: DueExplanation, language: Language): string {
  const words = WORDS[language]
  const { target, start, dueAt, used, counted, skipped, replaced, pauses, rolledFrom, unknownYears } = explanation
  const { time, moment, endMoment, span, day } = formatsOf(explanation.zone, language)
  const natural = target.kind === 'CALENDAR_HOURS' || target.kind === 'CALENDAR_ROLL'
  const spans = counted.map(span)
  return words.join([
    words.begins(words.target(target), moment(start)),
    ...(used > 0 ? [words.used(words.length(used))] : []),
    ...(natural || spans.length === 0
      ? []
      : [words.counted(spans.slice(0, MOST_SPANS), Math.max(0, spans.length - MOST_SPANS))]),
    ...(skipped.length === 0
      ? []
      : [
          words.skipped(
            skipped.map(({ from, to, reason }) => words.run(day(from), to === from ? undefined : day(to), reason))
          )
        ]),
    ...replaced.map(({ date, kind, reason }) => words.replaced(day(date), kind, reason)),
    ...pauses.map(({ from, to, reason }) => words.paused(time(from), time(to), reason)),
    ...(rolledFrom === undefined ? [] : [words.rolled(time(rolledFrom))]),
    words.due(target.kind === 'WORKDAYS' ? endMoment(dueAt) : moment(dueAt)),
    ...(unknownYears.length === 0 ? [] : [words.provisional(unknownYears.join(language === 'zh' ? '、' : ', '))]),
    words.versions(`${explanation.calendar.id}@${explanation.calendar.version}`, explanation.policy)
  ])
}

function formatsOf(zone: string, language: Language) {
  const words = WORDS[language]
  const { toWall } = zoneNamed(zone)
  const dateText = (number: number) => {
    const date = new Date(number * DAY)
    return words.date({ year: date.getUTCFullYear(), month: words.months[date.getUTCMonth()]!, day: date.getUTCDate() })
  }
  const numberOf = (at: number) => Math.floor(toWall(at) / DAY)
  const time = (at: number) => `${dateText(numberOf(at))} ${clockText(toWall(at))}`
  const named = (number: number, clock: string) => {
    const [date, name] = [dateText(number), words.weekdays[weekdayOf(number)]]
    return language === 'zh' ? `${date}（${name}）${clock}` : `${name} ${date} ${clock}`
  }
  const moment = (at: number) => named(numberOf(at), clockText(toWall(at)))
  return {
    time,
    moment,
    endMoment: (at: number) => (toWall(at) % DAY === 0 ? named(numberOf(at) - 1, '24:00') : moment(at)),
    day: (date: string) => dateText(dayNumber(date)!),
    span: ({ from, to }: Span) => {
      const ends = numberOf(from) === numberOf(to - 1) ? endText(toWall(to)) : time(to)
      return `${time(from)}–${ends}`
    }
  }
}

const clockText = (wall: number) => {
  const text = new Date(wall).toISOString()
  return text.slice(11, wall % 60_000 === 0 ? 16 : wall % 1000 === 0 ? 19 : 23)
}

/** The end of a day is its 24:00, not the next day's 00:00. */
const endText = (wall: number) => (wall % DAY === 0 ? '24:00' : clockText(wall))
