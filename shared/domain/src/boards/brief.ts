import type { BoardFigure, BoardMood, BoardOverview, Mood } from '@huiyin/schemas/api-boards.ts'
import { type BoardLanguage, notesOf, wordIn } from './tables.ts'

/** A dashboard in a few lines: numbers in words, with what they were. */

const HOUR = 3_600_000
const MINUTE = 60_000
const SAID: readonly string[] = [
  ...['comments', 'cases', 'urgent', 'closed', 'reply-rate-24h', 'reply-rate-1h', 'on-time-rate', 'reply-median'],
  ...['unanswered', 'satisfaction', 'dispatches', 'handle-rate', 'incidents']
]

export function briefOf(overview: BoardOverview, language: BoardLanguage): string[] {
  const say = (zh: string, en: string) => wordIn(language, [zh, en])
  const figures = new Map(overview.figures.map(one => [one.figure, one]))
  const said = SAID.flatMap(code => {
    const figure = figures.get(code)
    const definition = overview.definitions[code]
    return figure && definition ? [lineOf(definition.name[language], figure, definition.unit, language)] : []
  })
  const now = overview.now.map(({ figure, value }) => `${overview.definitions[figure]?.name[language]} ${value}`)
  const topics = overview.topics.slice(0, 5).map(({ phrase, value }) => `${phrase} ${value}`)
  return [
    ...notesOf(overview, language),
    ...(now.length > 0 ? [now.join(say('；', '; '))] : []),
    ...said,
    ...(topics.length > 0 ? [`${say('热点话题：', 'Hot topics: ')}${topics.join(say('、', ', '))}`] : [])
  ]
}

export function moodBriefOf(mood: BoardMood, language: BoardLanguage): string[] {
  const say = (zh: string, en: string) => wordIn(language, [zh, en])
  const { total, before } = mood
  const grown = mood.grown.slice(0, 5).map(({ word, value, before }) => `${word} ${before}→${value}`)
  return [
    ...notesOf(mood, language),
    lineOf(say('负面占比', 'Negative'), shareOf(total, before), 'share', language),
    say(
      `负面 ${total.negative} 条、中性 ${total.neutral} 条、正面 ${total.positive} 条`,
      `${total.negative} negative, ${total.neutral} neutral, ${total.positive} positive`
    ),
    ...(grown.length > 0 ? [`${say('增多的词：', 'Words that grew: ')}${grown.join(say('、', ', '))}`] : [])
  ]
}

function shareOf(now: Mood, before: Mood): Pick<BoardFigure, 'value' | 'before'> {
  const share = ({ negative, neutral, positive }: Mood) => {
    const all = negative + neutral + positive
    return all === 0 ? null : negative / all
  }
  return { value: share(now), before: share(before) }
}

function lineOf(
  name: string,
  { value, before }: Pick<BoardFigure, 'value' | 'before'>,
  unit: string,
  language: BoardLanguage
): string {
  const none = wordIn(language, ['暂无或样本不足', 'none, or too few'])
  const said = value === null ? none : inWords(value, unit, language)
  const was = before === null ? none : inWords(before, unit, language)
  return wordIn(language, [`${name}：${said}（对比期 ${was}）`, `${name}: ${said} (before ${was})`])
}

function inWords(value: number, unit: string, language: BoardLanguage): string {
  if (unit === 'share') return `${(value * 100).toFixed(1)}%`
  if (unit === 'score') return value.toFixed(2)
  if (unit !== 'ms') return String(value)
  if (value < HOUR) return wordIn(language, [`${Math.round(value / MINUTE)} 分钟`, `${Math.round(value / MINUTE)} min`])
  return wordIn(language, [`${(value / HOUR).toFixed(1)} 小时`, `${(value / HOUR).toFixed(1)} h`])
}
