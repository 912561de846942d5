import type { PauseReason, Target } from '@huiyin/schemas/calendar.ts'
import type { TriggerKind } from '@huiyin/schemas/ladder.ts'
import type { PromiseKind } from '@huiyin/schemas/policy.ts'
import type { Ask, ClockOutcome, Dispatch } from '@huiyin/schemas/ticket.ts'

type Needed =
  | `outcome.${ClockOutcome}`
  | `clock.${PromiseKind}`
  | `pause.${PauseReason}`
  | `target.${Target['kind']}`
  | `dispatch.state.${Dispatch['state']}`
  | `ask.${Ask['kind']}`
  | `need.${TriggerKind}`

/** What becomes of a case beside its replies: clocks, departments, supervision, other tickets; Chinese and English. */
export const CASE_WORDS = {
  'outcome.met': ['按时', 'In time'],
  'outcome.missed_answered_late': ['超时已回复', 'Answered late'],
  'outcome.missed_open': ['超时未回复', 'Overdue, unanswered'],
  'outcome.cancelled': ['不再计时', 'No longer counted'],
  'outcome.superseded': ['规则变更', 'Rules changed'],
  'outcome.merged': ['已合并', 'Merged'],
  'outcome.void': ['采集延误不计', 'Collected late, not counted'],
  'clock.first': ['首次回复', 'First reply'],
  'clock.next': ['再次回复', 'Next reply'],
  'clock.close': ['办结', 'Result'],
  'clock.sign': ['签收', 'Signature'],
  'clock.handle': ['办理', 'Handling'],
  'clock.urgent': ['紧急时限', 'Urgent'],
  'clock.of': ['{name}（{department}）', '{name} ({department})'],
  'clock.cycle': ['第 {cycle} 轮', 'round {cycle}'],
  'clock.paused': ['暂停计时', 'Paused'],
  'clock.paused-until': ['{at} 自动恢复', 'goes on {at}'],
  'clock.provisional': ['暂估', 'Provisional'],
  'clock.provisional-hint': ['节假日安排未发布（暂估）', 'Holidays are not announced yet (provisional)'],
  'clock.attested': ['人工核验', 'seen by people'],
  'clock.why': ['怎么算的', 'How it is counted'],
  'clock.why-none': ['时间由人设定，没有计算过程。', 'A person set it; nothing was counted.'],
  'clock.fixed.promised': ['向网友承诺的时间', 'Promised to the citizen'],
  'clock.fixed.extended': ['批准延期后的时间', 'Extended'],
  'clock.fixed.ordered': ['领导指定的时间', 'Ordered'],
  'clock.counted': ['计入', 'Counted'],
  'clock.used': ['此前已用 {time}', '{time} used before'],
  'clock.skipped': ['跳过', 'Skipped'],
  'clock.skipped-week': ['休息日', 'days off'],
  'clock.replaced': ['特别安排', 'Special days'],
  'clock.pauses': ['暂停', 'Pauses'],
  'clock.rolled': ['原应 {at} 到期，顺延到上班', 'Would be due {at}; moved to the next opening'],
  'clock.rules': ['依据', 'Rules'],
  'clock.versions': ['规则 {policy}，日历 {calendar}', 'policy {policy}, calendar {calendar}'],
  'clock.more-spans': ['等共 {count} 段', '{count} stretches in all'],
  'clock.born-late': ['收到时已过期，不计入考核', 'Past due before we could know; not counted'],
  'clock.late-upgrade': ['升级为紧急时已过新时限', 'Raised to urgent after its new due time'],
  'clock.started': ['起算 {at}', 'Started {at}'],
  'clock.stopped': ['停止 {at}', 'Stopped {at}'],
  'clock.overrun': ['超出 {time}', '{time} over'],
  'clock.original': ['原定 {at}', 'Originally {at}'],
  'clock.earlier': ['以前的计时 {count} 项', '{count} earlier clocks'],
  'target.CALENDAR_HOURS': ['自然时间 {time}', '{time}, round the clock'],
  'target.WORKING_HOURS': ['工作时间 {time}', '{time} of working time'],
  'target.WORKDAYS': ['{days} 个工作日', '{days} working days'],
  'target.CALENDAR_ROLL': ['自然时间 {time}，顺延到上班', '{time}, moved to the next opening'],
  'act.pause': ['暂停', 'Pause'],
  'act.resume': ['恢复', 'Resume'],
  'act.pause-title': ['暂停“{clock}”计时', 'Pause the clock: {clock}'],
  'act.pause-hint': ['到规定的最长时间会自动恢复。', 'It goes on by itself after the longest time allowed.'],
  'pause.reason': ['原因', 'Reason'],
  'pause.awaiting_citizen': ['等网友补充情况', 'Waiting for the citizen'],
  'pause.platform_outage': ['平台故障', 'Platform outage'],
  'pause.legal_hold': ['依法中止', 'Legal hold'],
  'pause.superior_instruction': ['上级指示', 'Instruction from above'],

  'case.title': ['办理', 'Handling'],
  'case.record': ['办理记录', 'What was done'],
  'case.department': ['部门', 'Department'],
  'case.assisting': ['协办', 'Assisting'],
  'case.assisting-hint': ['多个部门用逗号分开', 'Separate several by commas'],
  'case.reason': ['理由', 'Reason'],
  'case.earlier': ['以前的派单 {count} 份', '{count} earlier dispatches'],
  'act.dispatch': ['派单', 'Dispatch'],
  'act.dispatch-title': ['派给哪个部门？', 'To which department?'],
  'act.dispatch-hint': [
    '派单后部门限时签收、办理；网友的时限不变。',
    'The department’s clock starts now; the citizen’s goes on.'
  ],
  'dispatch.request': ['要部门做什么', 'What is asked'],
  'dispatch.state.dispatched': ['待签收', 'To be signed for'],
  'dispatch.state.signed': ['办理中', 'Being handled'],
  'dispatch.state.returned': ['已反馈结果', 'Result returned'],
  'dispatch.state.bounced': ['已退单', 'Sent back'],
  'dispatch.state.withdrawn': ['已撤回', 'Withdrawn'],
  'dispatch.sent': ['{who} 派于 {at}', '{who}, {at}'],
  'dispatch.signed-by': ['{who} 签收于 {at}', 'signed for by {who}, {at}'],
  'dispatch.assisting': ['协办：{names}', 'with {names}'],
  'dispatch.result': ['结果', 'Result'],
  'dispatch.grounds': ['退单依据', 'Grounds'],
  'dispatch.proposes': ['建议交 {department}', 'proposes {department}'],
  'dispatch.ruled': ['{who} 裁定：{grounds}', 'ruled by {who}: {grounds}'],
  'act.sign': ['签收', 'Sign for it'],
  'act.result': ['反馈结果', 'Return the result'],
  'act.result-title': ['办理结果', 'The result'],
  'act.result-hint': [
    '交给回复人员告知网友，不会直接公开。',
    'For the office, who tells the citizen; it is not public.'
  ],
  'act.bounce': ['退单', 'Send back'],
  'act.bounce-title': ['退单：不属本部门', 'Send it back: not ours'],
  'act.bounce-hint': [
    '{until}前可退；已退 {times} 次，最多 {most} 次。',
    'Until {until}; sent back {times} of {most} times.'
  ],
  'act.bounce-hint-open': [
    '已退 {times} 次；次数用完由负责人裁定。',
    'Sent back {times} times; after the last the head rules.'
  ],
  'bounce.left': ['还可退 {left} 次', '{left} left'],
  'bounce.grounds': ['法规或职责依据', 'Grounds in law or duty'],
  'bounce.proposes': ['应由哪个部门承办', 'Whose it is'],
  'act.rule': ['裁定', 'Rule'],
  'act.rule-title': ['裁定由谁承办', 'Rule whose it is'],
  'act.rule-hint': ['裁定后不能再退单。', 'It cannot be sent back after that.'],
  'rule.grounds': ['裁定依据', 'Grounds'],
  'act.take-back': ['撤回', 'Withdraw'],
  'act.take-back-title': ['为什么撤回派单？', 'Why withdraw it?'],
  'act.transfer': ['转办', 'Transfer'],
  'act.transfer-title': ['转给哪个部门？', 'Transfer to which department?'],
  'act.transfer-hint': ['网友的时限不重新计算。', 'The citizen’s clocks are not reset.'],

  'supervise.title': ['督办', 'Supervision'],
  'supervise.instruction': ['批示', 'Instruction'],
  'act.supervise': ['督办', 'Supervise'],
  'act.instruct': ['批示', 'Instruct'],
  'act.supervise-title': ['督办要求', 'What has to be done'],
  'act.instruct-title': ['批示内容', 'The instruction'],
  'supervise.owner': ['责任人或部门', 'Who sees to it'],
  'supervise.due': ['完成时间', 'By when'],
  'supervise.by': ['{who} · {owner}负责 · {at} 前', '{who} · {owner} · by {at}'],
  'supervise.over': ['已结束', 'ended'],
  'act.supervise-end': ['结束督办', 'End it'],

  'ask.extend': ['延期', 'More time'],
  'ask.lower': ['不按紧急处理', 'Not urgent'],
  'ask.close-without-result': ['无结果办结', 'Close without a result'],
  'ask.do.extend': ['申请延期', 'Ask for more time'],
  'ask.do.lower': ['申请降级', 'Ask to lower'],
  'ask.do.close-without-result': ['申请无结果办结', 'Ask to close without a result'],
  'ask.hint.extend': [
    '到期前申请，由承办部门以外的人批准；先公开回复进展。',
    'Before it is due; somebody outside decides. Tell the citizen first.'
  ],
  'ask.hint.lower': [
    '由另一人批准；时限按原来的算，不会更晚。',
    'Another person decides; the due time is the original one.'
  ],
  'ask.hint.close-without-result': ['由另一人批准后办结。', 'Closed when another person grants it.'],
  'ask.until': ['延到', 'Until'],
  'ask.by': ['{who} 申请于 {at}', '{who}, {at}'],
  'ask.waits': ['待审批', 'To be decided'],
  'ask.granted': ['{who} 已批准', 'granted by {who}'],
  'ask.refused': ['{who} 未批准', 'refused by {who}'],
  'act.grant': ['批准', 'Grant'],
  'act.refuse': ['不批准', 'Refuse'],

  'rating.title': ['满意度', 'Satisfaction'],
  'rating.hint': ['网友事后的评价，5 分最满意', 'As the citizen said afterwards; 5 is best'],
  'rating.score': ['{score} 分', '{score}'],
  'rating.by': ['{who} 登记', 'recorded by {who}'],

  'links.title': ['相关工单', 'Other tickets'],
  'links.merged-into': [
    '已并入 {number}，后续在那里办理和回复。',
    'It goes on in {number}: handled and answered there.'
  ],
  'links.open': ['打开 {number}', 'Open {number}'],
  'links.absorbed': ['并入本单', 'Joined this one'],
  'links.related': ['关联', 'Related'],
  'act.merge': ['合并', 'Merge'],
  'act.merge-title': ['与哪条工单是同一件事？', 'Which ticket is about the same?'],
  'act.merge-hint': [
    '较晚的并入较早的；每位网友仍各得到回复。',
    'The younger joins the elder; every citizen still gets a reply.'
  ],
  'act.relate': ['关联', 'Relate'],
  'act.relate-title': ['与哪条工单有关？', 'Which ticket is it related to?'],
  'act.relate-hint': ['两条都继续办理。', 'Both go on.'],
  'act.unrelate': ['取消关联', 'Undo'],
  'act.split': ['拆出', 'Split off'],
  'act.split-title': ['为什么拆出？', 'Why split it off?'],
  'ticket-field.search': ['编号或关键词', 'Number or words'],
  'ticket-field.none': ['没有找到别的工单', 'No other ticket found'],
  'ticket-field.hint': ['输入编号或关键词查找', 'Search by number or words'],

  'need.approaching': ['即将到期', 'Due soon'],
  'need.breached': ['已超时', 'Overdue'],
  'need.risk-rose': ['风险上升', 'Risk rose'],
  'need.urgent': ['紧急', 'Urgent'],
  'need.dispatched': ['待部门签收', 'To be signed for'],
  'need.unsigned-dispatch': ['部门未签收', 'Not signed for'],
  'need.reported-upward': ['已上报', 'Reported upward'],
  'need.supervised': ['督办到期', 'Supervision due'],
  'need.reopened-often': ['多次重开', 'Reopened often'],
  'need.incident-rising': ['事件升温', 'Incident rising'],
  'needs.exhausted': ['提醒到最后一级仍无人认领', 'Told to the last rung; nobody took it'],

  'mark.locked': ['已上报', 'Reported'],
  'mark.watched': ['督办', 'Supervised'],
  'mark.undecided': ['待审批', 'To decide'],
  'mark.exhausted': ['无人认领', 'Nobody took it'],
  'mark.to-sign': ['待{department}签收', '{department} to sign'],
  'mark.with': ['{department}办理中', 'with {department}'],
  'mark.cycle': ['第 {cycle} 轮', 'Round {cycle}'],
  'mark.joined': ['并入 {number}', 'joined {number}']
} as const satisfies Record<Needed, readonly [zh: string, en: string]> &
  Record<string, readonly [zh: string, en: string]>
