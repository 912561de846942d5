import type { Role } from '@huiyin/schemas/role.ts'

/**
 * Who may do what. `all`: whatever it belongs to; `accounts`: of the accounts that the person cares for, of all where
 * none are named; `department`: what is with their department; `own`: their own. What is not named here nobody may.
 */
export type Scope = 'all' | 'accounts' | 'department' | 'own'

/** `everybody`: whoever is signed in, whatever their role; `department-head`: a handler who leads their department. */
type Column = Role | 'everybody' | 'department-head'
type Grants = Partial<Record<Column, Scope>>

type Row = {
  /** What it is to do it, as in “may not change the rules”. */
  en: string
  zh: string
  may: Grants
}

const to =
  (scope: Scope) =>
  (...roles: Role[]): Grants =>
    Object.fromEntries(roles.map(role => [role, scope]))

const all = to('all')
const accounts = to('accounts')
/** Everywhere for administrators, of their accounts for the office's others. */
const office = (...roles: Role[]): Grants => ({ ...all('administrator'), ...accounts(...roles) })
const handler: Grants = to('department')('handler')

const WORKERS = ['head', 'collector', 'editor', 'reviewer'] as const
const READERS = [...WORKERS, 'leader', 'auditor'] as const
const KEEPERS = [...READERS, 'maintainer'] as const

export const TABLE = {
  'session.own': { en: 'use a session of one’s own', zh: '使用本人会话', may: { everybody: 'own' } },

  'ticket.read': { en: 'read this ticket', zh: '查看工单', may: { ...office(...READERS), ...handler } },
  'ticket.acknowledge': { en: 'take this ticket on', zh: '认领工单', may: { ...office(...WORKERS), ...handler } },
  'ticket.triage': { en: 'say what a ticket is', zh: '更正工单的分类', may: office(...WORKERS) },
  'ticket.close': { en: 'close or reopen a ticket', zh: '关闭或重开工单', may: office('head', 'editor') },
  'ticket.link': { en: 'merge, split or relate tickets', zh: '合并、拆分或关联工单', may: office(...WORKERS) },
  'clock.pause': { en: 'pause a clock', zh: '暂停或恢复计时', may: office('head', 'editor') },

  'ticket.assign': { en: 'say who has a ticket in hand', zh: '分派工单到人', may: office(...WORKERS) },
  'ticket.attend': {
    en: 'say that one is at this ticket',
    zh: '显示本人正在查看工单',
    may: { ...office(...READERS), ...handler }
  },
  'ticket.tag': { en: 'tag a ticket', zh: '给工单加标签', may: { ...office(...WORKERS), ...handler } },
  'ticket.note': { en: 'write notes inside the house', zh: '写内部备注', may: { ...office(...WORKERS), ...handler } },
  'ticket.undo': {
    en: 'take back what one just did',
    zh: '撤销刚才的操作',
    may: { ...office(...WORKERS, 'leader'), ...handler }
  },
  'ticket.export': { en: 'export tickets', zh: '导出工单', may: office('head', 'leader', 'auditor') },
  'job.make': { en: 'act on many tickets at once', zh: '批量处理工单', may: office('head', 'collector', 'editor') },
  'job.read': {
    en: 'read what became of bulk work',
    zh: '查看批量处理',
    may: { ...all('administrator'), ...to('own')(...WORKERS) }
  },
  'view.own': { en: 'keep views of one’s own', zh: '保存个人视图', may: { everybody: 'own' } },
  'view.share': { en: 'keep views for the whole office', zh: '保存公共视图', may: all('administrator', 'head') },
  'macro.read': { en: 'read macros', zh: '查看快捷操作', may: all('administrator', ...WORKERS) },
  'macro.use': { en: 'use macros', zh: '使用快捷操作', may: office(...WORKERS) },
  'macro.write': { en: 'write macros', zh: '编写快捷操作', may: all('administrator', 'head', 'editor') },
  'work.configure': { en: 'say how work is shared out', zh: '配置分派规则', may: all('administrator', 'head') },

  'reply.check': { en: 'check a reply', zh: '检查回复稿', may: office('head', 'editor', 'reviewer') },
  'reply.draft': { en: 'write a reply', zh: '起草回复', may: office('head', 'editor') },
  'reply.withdraw': { en: 'withdraw a reply', zh: '撤回回复', may: office('head', 'editor', 'reviewer') },
  'reply.review': { en: 'review a reply', zh: '审核回复', may: office('head', 'reviewer') },
  'reply.approve': { en: 'approve an important reply', zh: '批准重要回复', may: office('head') },
  'reply.attest': { en: 'say that a reply was posted by hand', zh: '登记人工发布', may: office('head', 'editor') },
  'reply.confirm': {
    en: 'confirm a reply that was posted by hand',
    zh: '核验人工发布',
    may: office('head', 'editor', 'reviewer')
  },
  'reply.release': { en: 'release what was reported upward', zh: '解除上报锁定', may: office('head') },

  'dispatch.send': {
    en: 'give a case to a department or take it back',
    zh: '派单、转办或收回',
    may: office('head', 'collector', 'editor')
  },
  'dispatch.handle': {
    en: 'sign for, return or send back a dispatch',
    zh: '签收、反馈或退回派单',
    may: { ...office('head', 'collector', 'editor'), ...handler }
  },
  'dispatch.rule': { en: 'rule whose it is', zh: '裁定承办单位', may: office('head') },

  'case.supervise': { en: 'watch a case', zh: '督办', may: office(...WORKERS, 'leader') },
  'case.instruct': { en: 'give an instruction', zh: '批示', may: office('head', 'leader') },
  'case.ask': {
    en: 'ask for what another decides',
    zh: '提出申请',
    may: { ...office('head', 'collector', 'editor'), ...handler }
  },
  'case.decide': { en: 'decide what another asked', zh: '审批申请', may: office('head', 'reviewer') },
  'case.rate': { en: 'say how content the citizen was', zh: '登记满意度', may: office('head', 'collector', 'editor') },

  'attachment.read': {
    en: 'open files of a case',
    zh: '查看附件',
    may: { ...office(...WORKERS), ...handler }
  },
  'attachment.add': { en: 'add files to a case', zh: '添加附件', may: { ...office(...WORKERS), ...handler } },

  'comment.read': { en: 'search all comments', zh: '检索全部评论', may: office(...READERS) },
  'comment.add': { en: 'add a comment', zh: '人工补录评论', may: office('head', 'collector', 'editor') },
  'comment.remove': {
    en: "ask to remove a citizen's comment",
    zh: '申请删除评论',
    may: office('head', 'collector', 'editor')
  },
  'comment.remove.decide': { en: 'decide on a removal', zh: '审批删除评论', may: office('head') },
  'comment.elect': { en: "show a citizen's comment to the public", zh: '精选评论', may: office('head', 'editor') },
  'post.read': { en: 'list posts', zh: '查看发布内容', may: office(...KEEPERS) },
  'post.add': { en: 'add a post', zh: '登记发布内容', may: office('head', 'collector', 'editor') },

  'search.own': { en: 'keep searches that tell of new finds', zh: '订阅检索', may: { everybody: 'own' } },

  'board.read': { en: 'read the dashboards', zh: '查看看板', may: office(...READERS) },
  'board.own': {
    en: 'have oneself told of the dashboards',
    zh: '订阅看板',
    may: to('own')('administrator', ...READERS)
  },

  'incident.read': { en: 'read incidents', zh: '查看舆情事件', may: office(...READERS) },
  'incident.handle': {
    en: 'handle an incident',
    zh: '处置舆情事件',
    may: office('head', 'collector', 'editor', 'reviewer')
  },
  'incident.approve': { en: 'approve what is said of an incident', zh: '批准舆情通报', may: office('head') },
  'incident.command': {
    en: 'set the level of an incident, close it or call it a false alarm',
    zh: '定级、办结舆情事件或判定误报',
    may: office('head', 'leader')
  },

  'letter.read': {
    en: 'read what was sent to people and who received it',
    zh: '查看通知与签收',
    may: all('administrator', ...WORKERS, 'leader', 'auditor', 'maintainer')
  },
  'letter.receive': { en: 'say that one has received a letter', zh: '签收通知', may: { everybody: 'own' } },
  'letter.resend': { en: 'send a letter again', zh: '重发通知', may: all('administrator', 'head') },

  'report.read': { en: 'read monitoring reports', zh: '查看监测报告', may: all('administrator', ...READERS) },
  'report.make': { en: 'make monitoring reports', zh: '编制监测报告', may: all('administrator', 'head', 'editor') },
  'report.send': { en: 'send monitoring reports', zh: '报送监测报告', may: all('administrator', 'head') },

  'register.read': {
    en: 'read the register',
    zh: '查看台账',
    may: { ...all('administrator', 'head', 'leader', 'auditor'), ...handler, everybody: 'own' }
  },
  'register.write': {
    en: 'enter something in the register',
    zh: '登记台账',
    may: all('administrator', 'head', 'auditor')
  },
  'register.appeal': {
    en: 'appeal against an entry',
    zh: '提出申诉',
    may: { ...all('administrator'), ...handler, everybody: 'own' }
  },
  'register.evidence': {
    en: 'add evidence to an entry',
    zh: '补充台账依据',
    may: { ...all('administrator', 'head', 'auditor'), ...handler, everybody: 'own' }
  },
  'register.decide': { en: 'decide an entry or an appeal', zh: '裁定台账与申诉', may: all('administrator', 'head') },
  'content.rate': { en: 'rate the content of posts', zh: '评定内容质量', may: office('head', 'reviewer') },
  'appraisal.read': {
    en: 'read appraisals',
    zh: '查看考核',
    may: { ...all('administrator', 'head', 'leader', 'auditor'), ...handler, everybody: 'own' }
  },
  'appraisal.make': { en: 'make appraisals', zh: '编制考核', may: all('administrator', 'head') },
  'appraisal.confirm': { en: 'confirm an appraisal', zh: '审定考核', may: all('head') },

  'archive.read': { en: 'read archives', zh: '查看档案', may: all('administrator', 'head', 'leader', 'auditor') },
  'archive.make': { en: 'seal and export archives', zh: '归档与导出', may: all('administrator', 'head', 'auditor') },
  'archive.destroy': {
    en: 'propose or decide that an archive be destroyed at its term',
    zh: '提出或批准档案到期销毁',
    may: all('administrator', 'head', 'auditor')
  },

  'personal.read': {
    en: 'read personal data',
    zh: '查看个人信息',
    may: { ...office(...WORKERS), ...handler }
  },
  'personal.reveal': {
    en: 'have personal data revealed, with a reason',
    zh: '说明理由后查看个人信息',
    may: { ...office(...READERS), ...handler }
  },

  'template.read': { en: 'read templates of replies', zh: '查看回复模板', may: office(...READERS) },
  'template.write': { en: 'write templates of replies', zh: '编写回复模板', may: office('head', 'editor') },
  'template.approve': {
    en: 'approve templates, whose replies leave without a review',
    zh: '批准回复模板',
    may: all('administrator', 'head')
  },
  'lists.read': {
    en: 'read the lists by which replies are checked',
    zh: '查看回复检查词表',
    may: all('administrator', ...READERS)
  },
  'rules.read': { en: 'read the rules', zh: '查看规则', may: all('administrator', ...KEEPERS, 'handler') },
  'rules.configure': { en: 'change rules', zh: '修改规则', may: all('administrator') },

  'settings.read': {
    en: 'read the settings and what they were',
    zh: '查看配置及其版本',
    may: all('administrator', 'head', 'maintainer', 'auditor')
  },
  'settings.configure': { en: 'change settings', zh: '修改配置', may: all('administrator') },
  'trail.read': { en: 'read the trail', zh: '查看操作留痕', may: all('administrator', 'auditor') },
  'trail.export': { en: 'export the trail with its proof', zh: '导出操作留痕', may: all('administrator', 'auditor') },
  'webhook.read': { en: 'read webhooks', zh: '查看推送地址', may: all('administrator', 'maintainer', 'auditor') },
  'webhook.configure': { en: 'change webhooks', zh: '配置推送地址', may: all('administrator', 'maintainer') },
  'metrics.read': { en: 'read metrics', zh: '读取运行指标', may: all('administrator', 'maintainer') },

  'duty.read': { en: 'read who is told', zh: '查看值班与联系人', may: all('administrator', ...KEEPERS, 'handler') },
  'duty.configure': { en: 'change rules of who is told', zh: '修改值班与联系人', may: all('administrator') },

  'people.read': {
    en: 'read who can sign in',
    zh: '查看登录人员',
    may: all('administrator', 'head', 'maintainer', 'auditor')
  },
  'people.propose': {
    en: 'propose that somebody joins',
    zh: '提名新成员',
    may: { ...all('administrator', 'head'), 'department-head': 'department' }
  },
  'people.manage': { en: 'manage who can sign in', zh: '管理登录人员', may: all('administrator') },
  'token.own': { en: 'use tokens of the API', zh: '使用接口令牌', may: to('own')('administrator', 'maintainer') },
  'directory.read': {
    en: 'read the directory',
    zh: '查看通讯录',
    may: { ...all('administrator', ...KEEPERS), ...handler }
  },

  'alert.read': { en: 'read alerts', zh: '查看提醒', may: { ...office(...READERS), ...handler } },
  'item.read': { en: 'read what waits for a person', zh: '查看待处理事项', may: office(...WORKERS, 'maintainer') },
  'item.resolve': { en: 'resolve this item', zh: '办结待处理事项', may: office(...WORKERS, 'maintainer') },
  'account.read': { en: 'read accounts', zh: '查看账号', may: office(...KEEPERS) },
  'account.configure': { en: 'change accounts', zh: '配置账号', may: office('maintainer') },
  'parked.read': { en: 'read parked messages', zh: '查看搁置消息', may: all('administrator', 'maintainer') },
  'parked.replay': { en: 'replay parked messages', zh: '重放搁置消息', may: all('administrator', 'maintainer') }
} as const satisfies Record<string, Row>

export type Action = keyof typeof TABLE
export const ACTIONS = Object.keys(TABLE) as Action[]

/** The row of an action, with all that it may say. */
export const rowOf = (action: Action): Row => TABLE[action]
