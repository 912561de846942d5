import type { Erasure } from '@huiyin/schemas/erasure.ts'
import { dayInShanghai } from '../day.ts'

const KINDS: Record<string, string> = {
  comments: '评论记录',
  tickets: '办理工单',
  history: '办理留痕',
  files: '附件、截图与报告文件',
  archives: '归档文件',
  copies: '索引旧副本',
  note: '内部备注',
  proposal: '拟稿建议',
  report: '监测报告目录',
  'report-revision': '监测报告',
  letter: '通知',
  'letter-delivery': '通知投递记录',
  incident: '舆情事件',
  'incident-text': '舆情处置记录',
  parked: '待处理消息',
  screenshot: '截图',
  attachment: '附件',
  'saved-search': '保存的检索',
  view: '保存的视图'
}

const EXPIRES = { log: '消息日志', backups: '备份' } as const

/**
 * What the citizen is given when it is done: what was erased where and when, what is kept, and when the rest expires. Plain
 * text in Chinese; it repeats nothing of what was erased.
 */
export function certificate({ id, of, why, comments = [], done }: Erasure, issuer: string): string {
  if (!done) return ''
  const erased = Object.entries(done.erased).map(([kind, n]) => `  · ${KINDS[kind] ?? `其他记录（${kind}）`}：${n} 处`)
  const expires = done.expires.map(
    ({ what, at }) =>
      `  · ${EXPIRES[what]}中的旧内容随保存期届满自动消失，不晚于 ${dayInShanghai(at)}，此前不作其他使用`
  )
  const lines = [
    '个人信息删除回执',
    '',
    `受理编号：${id}`,
    `申请依据：${why}`,
    `删除范围：${of.kind === 'comment' ? '一条评论' : `该用户在${of.platform}平台本单位账号下的全部评论`}，共 ${comments.length} 条`,
    `完成日期：${dayInShanghai(done.at)}`,
    '',
    '根据《中华人民共和国个人信息保护法》第四十七条，以下位置的原文、作者名称及其引用已经删除：',
    ...erased,
    '',
    '以下内容保留，不含原文和姓名：',
    '  · 一条占位记录（平台、帖子和评论的编号及时间），用于防止再次采集；平台给出的用户编号作为工单编号的一部分保留',
    '  · 操作留痕中的摘要值，已去除盐值，不能还原内容',
    '',
    '尚未消失的副本：',
    ...expires,
    ...(done.left.length > 0
      ? [`  · 此前曾有 ${done.left.length} 次导出或报送，本单位将通知经办人删除其中的相关内容`]
      : []),
    '',
    '平台上公开的原评论由平台管理，请在平台上自行删除或向平台申请。',
    '',
    issuer,
    dayInShanghai(done.at)
  ]
  return `${lines.join('\n')}\n`
}
