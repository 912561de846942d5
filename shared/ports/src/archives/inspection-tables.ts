import type { PackTable } from '@huiyin/domain/archives/table.ts'
import { FIGURES, type FigureCode } from '@huiyin/domain/reports/figures.ts'
import { REPLIES } from './replies.ts'

/** What inspectors of 互动回应 ask for, each figure with the list behind it. */

/** A publication every two weeks is the least that an account in use is asked for. */
export const SILENT_AFTER = 14 * 86_400_000

export const ACCOUNTS: PackTable = {
  name: 'accounts',
  title: '各账号指标',
  note: '每项指标的含义见“指标说明”，其后的明细见其他各表；表中没有应回复事项的，比率为空。',
  columns: [
    { title: '平台', as: 'filter' },
    { title: '账号', as: 'filter' },
    { title: '发布条数' },
    { title: '最长未更新（天）' },
    { title: '超过两周未更新（次）' },
    { title: '网友评论数' },
    { title: '诉求件数' },
    { title: '应回复' },
    { title: '已回复' },
    { title: '按时回复' },
    { title: '未回复' },
    { title: '回复率' },
    { title: '按时回复率' },
    { title: '经本单位删除的评论' }
  ]
}

export const DEFINITIONS: PackTable = {
  name: 'definitions',
  title: '指标说明',
  note: '各账号指标如何统计，以及可供核对的明细表。',
  columns: [{ title: '指标' }, { title: '含义', as: 'long' }, { title: '明细' }]
}

export const PROMISES: PackTable = {
  name: 'promises',
  title: '应回复事项',
  note: '回复时限在本期内届满的每一项；“应回复”“已回复”“按时回复”“未回复”均由本表计数。',
  columns: [
    { title: '平台', as: 'filter' },
    { title: '账号', as: 'filter' },
    { title: '工单编号' },
    { title: '网友诉求（摘要）', as: 'long' },
    { title: '紧急', as: 'filter' },
    { title: '起算时间' },
    { title: '时限届满' },
    { title: '回复时间' },
    { title: '结果', as: 'filter' }
  ]
}

export const UNANSWERED: PackTable = {
  ...PROMISES,
  name: 'unanswered',
  title: '未回复清单',
  note: '时限已届满、生成时仍未公开回复的事项。'
}

export const SILENCE: PackTable = {
  name: 'silence',
  title: '超过两周未更新',
  note: '本期内相邻两次发布之间（含期初与期末）超过 14 天的时段。',
  columns: [
    { title: '平台', as: 'filter' },
    { title: '账号', as: 'filter' },
    { title: '自' },
    { title: '至' },
    { title: '天数' }
  ]
}

export const REMOVED: PackTable = {
  name: 'removed',
  title: '删除的评论',
  note: '本期内经本单位请求、由第二人批准并由平台执行的删除，及其法定事由。',
  columns: [
    { title: '平台', as: 'filter' },
    { title: '账号', as: 'filter' },
    { title: '工单编号' },
    { title: '事由', as: 'filter' },
    { title: '说明', as: 'long' },
    { title: '提出' },
    { title: '批准' },
    { title: '批准时间' },
    { title: '执行时间' }
  ]
}

export const PROOFS: PackTable = {
  ...REPLIES,
  name: 'proofs',
  title: '回复凭证',
  note: `${REPLIES.note} 截图为人工登记评论时留存的原始页面。`,
  columns: [...REPLIES.columns, { title: '截图', as: 'file' }]
}

const own = (name: string, definition: string, list: PackTable): [string, string, string] => [
  name,
  definition,
  list.title
]
const ofReport = (name: string, code: FigureCode, list: PackTable): [string, string, string] => [
  name,
  FIGURES[code].definition.zh,
  list.title
]

/** Figure, definition, the table behind it. */
export const DEFINED: readonly (readonly [string, string, string])[] = [
  own('发布条数', '本期发布的内容；平台未给出发布时间的按首次发现计', SILENCE),
  own('最长未更新（天）', '期初、各次发布与期末（或生成时）之间最长的间隔，向下取整到天', SILENCE),
  own('超过两周未更新（次）', '上述间隔超过 14 天的次数', SILENCE),
  own('网友评论数', '本期发表、已采集的评论，不含本单位账号发表的', ACCOUNTS),
  ofReport('诉求件数', 'cases', PROMISES),
  ofReport('应回复', 'owed', PROMISES),
  ofReport('已回复', 'answered', PROMISES),
  ofReport('按时回复', 'answered-on-time', PROMISES),
  ofReport('未回复', 'unanswered', UNANSWERED),
  ofReport('回复率', 'reply-rate', PROMISES),
  ofReport('按时回复率', 'on-time-rate', PROMISES),
  own('经本单位删除的评论', '本期内由平台执行完毕的删除', REMOVED)
]
