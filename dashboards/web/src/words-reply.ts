import type { FindingSeverity } from '@huiyin/schemas/reply-check.ts'
import type { ReplyKind, ReplyState } from '@huiyin/schemas/ticket.ts'

type Needed =
  | `reply.state.${ReplyState}`
  | `reply.explain.${Exclude<ReplyState, 'failed'>}`
  | `reply.kind.${ReplyKind}`
  | `check.${FindingSeverity}`

/** From the first word of a reply to the proof that it is visible, in Chinese and English. */
export const REPLY_WORDS = {
  'reply.title': ['回复', 'Reply'],
  'reply.placeholder': ['写给网友的公开回复…', 'Your public answer…'],
  'reply.count': ['{count} / {limit}', '{count} / {limit}'],
  'reply.over': ['超出 {count} 字', '{count} too many'],
  'reply.draft-kept': ['草稿已保存在本机', 'Draft kept on this computer'],
  'reply.under-way': [
    '上一条回复还在路上，确认后才能再回复。',
    'A reply is on its way; wait until it is verified or has failed.'
  ],
  'reply.nothing-owed': ['没有等待回复的留言。', 'Nobody waits for an answer.'],
  'reply.dismissed': ['工单已忽略；要回复请先重新打开。', 'This ticket is dismissed; reopen it to reply.'],
  'reply.again': ['把原文放回回复框', 'Put the text back into the box'],
  'reply.failed-why': ['平台答复：{why}', 'The platform said: {why}'],
  'reply.todo.other': [
    '时限仍在走。请改好后重新发送，或在平台后台手工回复。',
    'The clock still runs. Change it and send again, or answer on the platform itself.'
  ],
  'reply.todo.REMOVED': [
    '平台收下后没有展示，可能被审核拦下。请换种说法再发，或到平台后台核对。',
    'The platform took it but does not show it. Word it differently, or check on the platform.'
  ],
  'reply.todo.DISMISSED': [
    '工单被忽略，回复没有发出。需要时重新打开再发。',
    'The ticket was dismissed before it went out. Reopen it to send.'
  ],
  'reply.todo.NO_ACCOUNT': [
    '此账号没有接入本系统，请在平台后台手工回复。',
    'This account is not connected here; answer on the platform itself.'
  ],
  'reply.todo.NO_REPLY': [
    '该平台不接受外部回复，请在平台后台手工回复。',
    'This platform takes no replies from outside; answer there by hand.'
  ],
  'reply.todo.TOO_LONG': [
    '超出平台字数上限。请缩短后重新发送。',
    'Too long for the platform. Shorten it and send again.'
  ],
  'reply.merged': ['工单已合并，请到合并后的工单回复。', 'This ticket has joined another; reply there.'],
  'reply.not-yours': ['您的岗位不能起草回复。', 'Your role writes no replies.'],
  'reply.attesting': [
    '手工发布的回复待第二人确认，确认后才能再回复。',
    'A reply posted by hand waits for its second witness.'
  ],
  'reply.do.send': ['发送', 'Send'],
  'reply.do.review': ['提交审核', 'Hand in for review'],
  'reply.do.approve': ['提交批准', 'Hand in for approval'],
  'reply.keys': ['Ctrl + Enter {act}', 'Ctrl + Enter: {act}'],
  'reply.then.template': ['模板未改动，无需审核。', 'An approved template, unchanged: no review.'],
  'reply.then.locked': ['已上报负责人，放行后才能审核。', 'Reported to the head; reviewed once released.'],
  'reply.then.important': ['需负责人批准：{why}', 'The head approves it: {why}'],
  'reply.why.urgent': ['紧急件', 'urgent'],
  'reply.why.level': ['风险等级高', 'grave risk'],
  'reply.why.official': ['涉及公职人员', 'about an official'],
  'reply.why.policy': ['涉及本单位立场', 'a position of the office'],
  'reply.why.incident': ['舆情事件', 'part of an incident'],
  'reply.kind': ['回复类型', 'Kind of reply'],
  'reply.kind.holding': ['先行回复', 'Holding'],
  'reply.kind.interim': ['进展', 'Progress'],
  'reply.kind.final': ['回复', 'Answer'],
  'reply.kind-hint.holding': ['告诉网友已经看到、正在核实', 'Says that we have seen it'],
  'reply.kind-hint.interim': ['告诉网友办到哪一步了', 'Says how it stands'],
  'reply.kind-hint.final': ['答复或办理结果；确认后可以办结', 'The answer or result; it may close the case'],
  'reply.policy': ['涉及本单位立场', 'States a position'],
  'reply.policy-hint': ['勾选后须经负责人批准', 'The head then approves it'],
  'reply.promise': ['承诺答复时间', 'Promise the result by'],
  'reply.promise-hint': ['最晚 {at}', '{at} at the latest'],
  'reply.promised': ['承诺 {at} 前答复', 'promised by {at}'],
  'reply.editing': ['正在修改 {who} 的稿子，提交后替换原稿。', 'You edit {who}’s draft; yours replaces it.'],
  'reply.edit-end': ['不改了', 'Stop editing'],

  'template.open': ['模板', 'Templates'],
  'template.title': ['选一个模板', 'Choose a template'],
  'template.none': ['没有适用的模板', 'No template fits'],
  'template.approved': ['已批准', 'approved'],
  'template.unapproved': ['未批准，仍需审核', 'not approved; goes to review'],
  'template.unfilled': ['模板里还有没填的地方', 'The template has gaps to fill'],
  'template.values': ['填好这几处', 'Fill these in'],
  'template.value.citizen': ['网友称呼', 'Citizen’s name'],
  'template.value.number': ['工单编号', 'Number'],
  'template.value.department': ['承办部门', 'Department'],
  'template.value.office': ['单位名称', 'Office'],
  'template.value.dueDay': ['答复日期', 'Day'],
  'template.value.phone': ['公开电话', 'Public phone'],

  'check.title': ['文字检查', 'Check'],
  'check.refuse': ['不能发布', 'Not public'],
  'check.warn': ['请再看看', 'Look again'],
  'check.refused': ['改好标红的地方才能提交', 'Change what is marked first'],
  'check.at': ['第 {from}–{to} 字', 'characters {from}–{to}'],
  'check.replace': ['改为“{text}”', 'Use “{text}”'],
  'check.remove': ['删去', 'Remove'],
  'check.show': ['在文中选中', 'Select it in the text'],
  'check.failed': ['文字检查暂时用不了，提交时会再查。', 'The check does not answer; it runs again when you submit.'],

  'reply.state.drafted': ['待审核', 'Waits for review'],
  'reply.state.reviewed': ['待批准', 'Waits for approval'],
  'reply.state.approved': ['待发送', 'Approved'],
  'reply.state.sending': ['发送中', 'Sending'],
  'reply.state.sent': ['已发送', 'Sent'],
  'reply.state.confirmed': ['已核验', 'Verified'],
  'reply.state.failed': ['发送失败', 'Failed'],
  'reply.state.superseded': ['已作废', 'Set aside'],
  'reply.state.returned': ['已退回', 'Returned'],
  'reply.state.attesting': ['待第二人确认', 'Waits for a second person'],
  'reply.state.replaced': ['已被替换', 'Replaced'],
  'reply.explain.drafted': ['由另一人审核后发送', 'Another person reads it before it leaves'],
  'reply.explain.reviewed': ['审核已通过，等负责人批准', 'Reviewed; waits for the head'],
  'reply.explain.approved': ['排队等待发送', 'Waiting to be sent'],
  'reply.explain.sending': ['正在提交平台', 'On its way to the platform'],
  'reply.explain.sent': ['平台已接收，等待在页面上核实', 'The platform took it; being looked up on the page'],
  'reply.explain.confirmed': ['已在平台上看到，{at}', 'Seen on the platform, {at}'],
  'reply.explain.attested': ['{who}、{second} 两人核验，{at} 发布', 'Seen by {who} and {second}; posted {at}'],
  'reply.explain.superseded': ['被新稿替换或撤回', 'Replaced by another, or withdrawn'],
  'reply.explain.replaced': ['平台上已换成后来的回复', 'A later reply stands in its place'],
  'reply.explain.returned': ['{who}：{reason}', '{who}: {reason}'],
  'reply.explain.attesting': ['{who} 已在 {at} 手工发布', '{who} posted it by hand, {at}'],
  'reply.explain.absent': ['已查 {times} 次，平台上还没看到', 'Looked {times} times; not visible yet'],
  'reply.held-back': ['已上报负责人，放行或指定发言人后才能审核发送', 'Reported to the head; held until released'],
  'reply.attested-mark': ['人工核验', 'Seen by people'],
  'reply.self-reviewed': ['本人审核', 'reviewed by its author'],
  'reply.step.drafted': ['起草', 'Draft'],
  'reply.step.reviewed': ['审核', 'Review'],
  'reply.step.approved': ['批准', 'Approval'],
  'reply.step.sent': ['发送', 'Send'],
  'reply.step.posted': ['手工发布', 'Posted by hand'],
  'reply.step.confirmed': ['已核验', 'Verified'],
  'reply.by': ['{who} 起草', 'by {who}'],
  'reply.evidence': ['凭据', 'Proof'],
  'reply.earlier': ['以前的稿子 {count} 份', '{count} earlier drafts'],

  'act.review': ['审核通过', 'Pass review'],
  'act.approve': ['批准', 'Approve'],
  'act.return': ['退回', 'Return'],
  'act.return-title': ['退回修改：哪里要改？', 'Return it: what has to change?'],
  'act.edit': ['修改', 'Edit'],
  'act.withdraw': ['撤回', 'Withdraw'],
  'act.copy': ['复制文本', 'Copy the text'],
  'act.copied': ['已复制', 'Copied'],
  'act.attest': ['我已手工发布', 'I posted it by hand'],
  'act.attest-title': ['登记手工发布', 'Posted by hand'],
  'act.attest-hint': [
    '先复制文本到平台发布，再登记；另一人确认后停止计时。',
    'Post it on the platform first; a second person confirms, then the clock stops.'
  ],
  'act.attest-own': ['手工发布…', 'Posted by hand…'],
  'act.confirm-attested': ['我在平台上看到了', 'I have seen it there'],
  'attest.text': ['发布的内容', 'What was posted'],
  'attest.at': ['发布时间', 'Posted at'],
  'attest.evidence': ['链接或截图位置', 'Link, or where the picture is'],

  'waiting.reply.review': ['{who} 的稿子等您审核', '{who}’s draft waits for your review'],
  'waiting.reply.approve': ['{who} 的稿子等您批准', '{who}’s draft waits for your approval'],
  'waiting.reply.confirm-attested': ['{who} 手工发布的回复等您确认', 'What {who} posted by hand waits for you'],
  'waiting.write': ['另写一份', 'Write another'],
  'waiting.look': ['查看', 'Look at it'],

  'lock.title': ['已上报负责人', 'Reported to the head'],
  'lock.why.level': ['{level}负面', 'negative, {level}'],
  'lock.why.official': ['涉及公职人员', 'about an official'],
  'lock.hint': ['放行前只能发先行回复。', 'Only a holding reply may be sent until it is released.'],
  'lock.spokesperson': [
    '由 {who} 发言；其他人只能发先行回复。',
    '{who} speaks on it; others send holding replies only.'
  ],
  'act.release': ['放行', 'Release'],
  'act.spokesperson': ['指定发言人', 'Name a spokesperson'],
  'act.spokesperson-other': ['换发言人', 'Change spokesperson'],
  'spokesperson.who': ['由谁发言', 'Who speaks']
} as const satisfies Record<Needed, readonly [zh: string, en: string]> &
  Record<string, readonly [zh: string, en: string]>
