import type { BoardMood, Mood, MoodPart } from '@huiyin/schemas/api-boards.ts'
import { dayInShanghai } from '../day.ts'
import type { BookCell, Sheet } from '../documents/book.ts'
import { type BoardLanguage, notesOf, wordIn } from './tables.ts'
import { timeInWords } from './times.ts'

/** How citizens feel as tables for spreadsheets: over time, by part, words that grew, and what happened meanwhile. */
export function moodSheets(mood: BoardMood, language: BoardLanguage): Sheet[] {
  const say = (zh: string, en: string) => wordIn(language, [zh, en])
  const { comments } = mood.definitions
  const around = {
    title: say('情绪看板', 'Sentiment'),
    notes: [
      ...notesOf(mood, language),
      `${say('口径：', 'Definition: ')}${comments?.definition[language] ?? ''}`,
      say(
        '情绪由模型或人工判定；未判定的评论不在其中',
        'as a model or a person judged; comments not judged are left out'
      )
    ]
  }
  const feelings = [say('负面', 'Negative'), say('中性', 'Neutral'), say('正面', 'Positive')]
  const head = [...feelings, ...feelings.map(name => `${name}${say('（对比期）', ' (before)')}`)]
  const part = (name: string, parts: readonly MoodPart[]): BookCell[][] =>
    parts.map(one => [name, one.name, ...cells(one), ...cells(one.before)])
  return [
    {
      ...{ name: say('走势', 'Over time'), ...around },
      head: [say('时间', 'Time'), ...head],
      rows: mood.series.map(point => [
        mood.unit === 'hour' ? timeInWords(point.at) : dayInShanghai(point.at),
        ...cells(point),
        ...(point.before ? cells(point.before) : [])
      ])
    },
    {
      ...{ name: say('分项', 'Parts'), ...around },
      head: [say('分项', 'Of'), say('取值', 'Value'), ...head],
      rows: [
        [say('合计', 'All'), undefined, ...cells(mood.total), ...cells(mood.before)],
        ...part(say('账号', 'Account'), mood.accounts),
        ...part(say('单位', 'Department'), mood.departments),
        ...part(say('话题', 'Topic'), mood.topics),
        ...part(say('地点', 'Place'), mood.places)
      ],
      widths: [12, 28]
    },
    {
      ...{ name: say('增多的词', 'Words that grew'), ...around },
      head: [say('词', 'Word'), say('本期', 'Now'), say('对比期', 'Before')],
      rows: mood.grown.map(({ word, value, before }) => [word, value, before]),
      widths: [28]
    },
    {
      ...{ name: say('期间事项', 'Meanwhile'), ...around },
      head: [say('时间', 'Time'), say('事项', 'What'), say('标题', 'Title'), say('账号', 'Account')],
      rows: mood.annotations.map(({ at, kind, title, account }) => [
        ...[timeInWords(at), kind === 'post' ? say('发布内容', 'Post') : say('舆情事件', 'Incident'), title, account]
      ]),
      widths: [18, 12, 50, 20]
    }
  ]
}

const cells = ({ negative, neutral, positive }: Mood): BookCell[] => [negative, neutral, positive]
