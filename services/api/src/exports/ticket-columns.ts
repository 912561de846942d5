import type { Cell } from '@huiyin/domain/csv.ts'
import { dayInShanghai } from '@huiyin/domain/day.ts'
import type { TicketRow } from '@huiyin/schemas/api.ts'

/** What stands in an exported table of tickets: a row of the list, in words. */

export type ExportLanguage = 'zh' | 'en'
type Words = readonly [zh: string, en: string]

/** A row of the list, with what stands beside it in the table. */
export type ExportRow = TicketRow & { postTitle?: string; link?: string }

const WORDS: Record<string, Words> = {
  open: ['待处理', 'Open'],
  handling: ['办理中', 'Being handled'],
  answered: ['已办结', 'Done'],
  dismissed: ['已忽略', 'Dismissed'],
  merged: ['已合并', 'Merged'],
  inquiry: ['咨询', 'Inquiry'],
  suggestion: ['建议', 'Suggestion'],
  complaint: ['投诉', 'Complaint'],
  other: ['其他', 'Other'],
  negative: ['负面', 'Negative'],
  neutral: ['中性', 'Neutral'],
  positive: ['正面', 'Positive'],
  blue: ['蓝色', 'Blue'],
  yellow: ['黄色', 'Yellow'],
  orange: ['橙色', 'Orange'],
  red: ['红色', 'Red'],
  met: ['按时', 'In time'],
  missed_answered_late: ['超时已回复', 'Answered late'],
  missed_open: ['超时未回复', 'Overdue, unanswered'],
  cancelled: ['不再计时', 'No longer counted'],
  superseded: ['规则变更', 'Rules changed'],
  void: ['采集延误不计', 'Collected late, not counted'],
  true: ['是', 'Yes'],
  false: ['否', 'No']
}

export const word = (value: string | boolean | undefined, language: ExportLanguage): string => {
  const found = WORDS[String(value)]
  return value === undefined ? '' : (found?.[language === 'zh' ? 0 : 1] ?? String(value))
}

const EAST_8 = 8 * 3_600_000 // China has had no summer time since 1991

/** As `2026-11-21 09:00:00`, in Asia/Shanghai. */
const timeOf = (at: number | undefined): string =>
  at === undefined ? '' : `${dayInShanghai(at)} ${new Date(at + EAST_8).toISOString().slice(11, 19)}`

type Column = { name: Words; of: (row: ExportRow, language: ExportLanguage) => Cell }

const COLUMNS: readonly Column[] = [
  { name: ['编号', 'Number'], of: ({ number }) => number },
  { name: ['状态', 'Status'], of: ({ status }, language) => word(status, language) },
  { name: ['类别', 'Label'], of: ({ label }, language) => word(label, language) },
  { name: ['情感', 'Sentiment'], of: ({ sentiment }, language) => word(sentiment, language) },
  { name: ['风险等级', 'Risk level'], of: ({ risk }, language) => word(risk.level, language) },
  { name: ['风险分', 'Risk score'], of: ({ risk }) => risk.score },
  { name: ['紧急', 'Urgent'], of: ({ urgent }, language) => word(urgent, language) },
  { name: ['平台', 'Platform'], of: ({ platform }) => platform },
  { name: ['账号', 'Account'], of: ({ accountName }) => accountName },
  { name: ['发布内容', 'Post'], of: ({ postTitle }) => postTitle },
  { name: ['网友', 'Citizen'], of: ({ citizen }) => citizen },
  { name: ['诉求', 'What they wrote'], of: ({ excerpt }) => excerpt },
  { name: ['部门', 'Department'], of: ({ department }) => department },
  { name: ['承办部门', 'Dispatched to'], of: ({ dispatchedTo }) => dispatchedTo?.department },
  { name: ['经办人', 'Assigned to'], of: ({ assignedTo }) => assignedTo?.name },
  { name: ['标签', 'Tags'], of: ({ tags }) => tags.join(' ') },
  { name: ['提出时间', 'Opened'], of: ({ openedAt }) => timeOf(openedAt) },
  { name: ['到期时间', 'Due'], of: ({ dueAt }) => timeOf(dueAt) },
  { name: ['时限结果', 'Outcome'], of: ({ outcome }, language) => word(outcome, language) },
  { name: ['待回复条数', 'Comments owed'], of: ({ owed }) => owed },
  { name: ['办理轮次', 'Cycle'], of: ({ cycle }) => cycle },
  { name: ['链接', 'Link'], of: ({ link }) => link }
]

export const headerOf = (language: ExportLanguage): string[] =>
  COLUMNS.map(({ name: [zh, en] }) => (language === 'zh' ? zh : en))

export const cellsOf = (row: ExportRow, language: ExportLanguage): Cell[] => COLUMNS.map(({ of }) => of(row, language))
