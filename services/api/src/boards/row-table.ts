import { type BoardLanguage, notesOf, wordIn } from '@huiyin/domain/boards/tables.ts'
import { timeInWords } from '@huiyin/domain/boards/times.ts'
import type { Cell } from '@huiyin/domain/csv.ts'
import type { BookCell, Sheet } from '@huiyin/domain/documents/book.ts'
import type { BoardRow, BoardRows } from '@huiyin/schemas/api-boards.ts'
import { cellsOf, headerOf, word } from '../exports/ticket-columns.ts'

type Words = readonly [zh: string, en: string]
type Column = { name: Words; of: (row: BoardRow, language: BoardLanguage) => BookCell }

const HOUR = 3_600_000

const OF_COMMENTS: readonly Column[] = [
  { name: ['平台', 'Platform'], of: ({ comment }) => comment?.platform },
  { name: ['账号', 'Account'], of: ({ comment }) => comment?.accountName },
  { name: ['发布内容', 'Post'], of: ({ comment }) => comment?.postTitle },
  { name: ['网友', 'Citizen'], of: ({ comment }) => comment?.author },
  { name: ['内容', 'What they wrote'], of: ({ comment }) => comment?.text },
  { name: ['类别', 'Label'], of: ({ comment }, language) => word(comment?.label, language) },
  { name: ['情感', 'Sentiment'], of: ({ comment }, language) => word(comment?.sentiment, language) },
  { name: ['风险等级', 'Risk level'], of: ({ comment }, language) => word(comment?.risk?.level, language) },
  { name: ['链接', 'Link'], of: ({ comment }) => comment?.link }
]
const OF_POSTS: readonly Column[] = [
  { name: ['平台', 'Platform'], of: ({ post }) => post?.platform },
  { name: ['账号', 'Account'], of: ({ post }) => post?.accountName },
  { name: ['标题', 'Title'], of: ({ post }) => post?.title },
  { name: ['链接', 'Link'], of: ({ post }) => post?.link }
]
const OF_INCIDENTS: readonly Column[] = [
  { name: ['编号', 'Number'], of: ({ incident }) => incident?.number },
  { name: ['标题', 'Title'], of: ({ incident }) => incident?.title },
  { name: ['等级', 'Level'], of: ({ incident }, language) => word(incident?.level, language) }
]

/** The list behind a number as a table; all rows of a list are of one kind. */
export function rowSheet(list: BoardRows, language: BoardLanguage): Sheet {
  const { definition, rows, total } = list
  const say = (zh: string, en: string) => wordIn(language, [zh, en])
  const isNumbered = rows.some(({ value }) => value !== undefined)
  const isTime = definition.unit === 'ms'
  const [head, cells] = columnsOf(rows, language)
  return {
    name: say('明细', 'List'),
    title: definition.name[language],
    notes: [
      ...notesOf(list, language),
      `${say('口径：', 'Definition: ')}${definition.definition[language]}`,
      say(`共 ${total} 条`, `${total} rows`)
    ],
    head: [
      say('计入时间', 'Counted at'),
      ...(isNumbered ? [isTime ? say('用时（小时）', 'Hours') : say('数值', 'Value')] : []),
      ...head
    ],
    rows: rows.map(row => [
      timeInWords(row.at),
      ...(isNumbered ? [row.value === undefined ? undefined : isTime ? row.value / HOUR : row.value] : []),
      ...cells(row)
    ]),
    landscape: true
  }
}

function columnsOf(rows: readonly BoardRow[], language: BoardLanguage): [string[], (row: BoardRow) => BookCell[]] {
  const [first] = rows
  const columns = first?.comment ? OF_COMMENTS : first?.post ? OF_POSTS : first?.incident ? OF_INCIDENTS : undefined
  if (columns)
    return [columns.map(({ name }) => wordIn(language, name)), row => columns.map(({ of }) => of(row, language))]
  return [headerOf(language), row => (row.ticket ? cellsOf(row.ticket, language).map(bookCell) : [])]
}

const bookCell = (cell: Cell): BookCell => (typeof cell === 'boolean' ? String(cell) : cell)
