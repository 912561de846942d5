import type { DispatchStage } from '@huiyin/schemas/api-desks.ts'
import type { Saying } from './words.ts'

type Needed = `dispatches.stage.${DispatchStage}` | `dispatches.stage-hint.${DispatchStage}`

/** Of the board of what is with departments. */
export const DISPATCHES_WORDS = {
  'dispatches.summary': ['共 {total} 件', '{total} in all'],
  'dispatches.summary-late': ['共 {total} 件，{late} 件超时', '{total} in all, {late} overdue'],
  'dispatches.failed': ['派单没有载入', 'The dispatches did not load'],
  'dispatches.none': ['没有在办的派单', 'Nothing is with a department'],
  'dispatches.none-hint': [
    '在工单里派单后，部门签收、办理、反馈的进展都在这里看。',
    'Dispatch a ticket, and how the department signs, handles and answers is seen here.'
  ],
  'dispatches.none-mine': ['现在没有派给您部门的件', 'Nothing is with your department now'],
  'dispatches.none-mine-hint': ['有新的派单会出现在这里。', 'What is dispatched to it appears here.'],
  'dispatches.none-such': ['没有这样的派单', 'None like that'],
  'dispatches.none-such-hint': ['换一个部门，或取消筛选。', 'Choose another department, or all of them.'],
  'dispatches.show-all': ['看全部', 'Show all'],
  'dispatches.department': ['部门', 'Department'],
  'dispatches.all': ['全部部门（{count}）', 'All departments ({count})'],
  'dispatches.of': ['{name}（{count}）', '{name} ({count})'],
  'dispatches.of-late': ['{name}（{count}，超时 {late}）', '{name} ({count}, {late} overdue)'],
  'dispatches.only': ['只看', 'Only'],
  'dispatches.only.overdue': ['超时', 'Overdue'],
  'dispatches.only.watched': ['督办', 'Supervised'],
  'dispatches.only.links': ['给过链接', 'With links'],
  'dispatches.cut': [
    '在办工单太多，最晚到期的一些没有列出；按部门查看。',
    'There are too many tickets under way; those due last are not listed. Choose a department.'
  ],
  'dispatches.more': ['再显示 {count} 件', '{count} more'],
  'dispatches.empty-column': ['没有', 'None'],
  'dispatches.stage.to-sign': ['待签收', 'To be signed for'],
  'dispatches.stage.handling': ['办理中', 'Being handled'],
  'dispatches.stage.returned': ['已反馈，待核', 'Result to check'],
  'dispatches.stage.bounced': ['已退单', 'Sent back'],
  'dispatches.stage-hint.to-sign': ['部门还没有签收', 'The department has not signed yet'],
  'dispatches.stage-hint.handling': ['已签收，等反馈结果', 'Signed for; the result is due'],
  'dispatches.stage-hint.returned': ['核实后告知网友，就可办结', 'Check it and tell the citizen; then it is done'],
  'dispatches.stage-hint.bounced': ['重新派单，或请负责人裁定', 'Dispatch it anew, or have it ruled'],
  'dispatches.from': ['{department}转来', 'from {department}'],
  'dispatches.ruled': ['已裁定', 'Ruled'],
  'dispatches.watched': ['督办', 'Supervised'],
  'dispatches.instructed': ['批示', 'Instruction'],
  'dispatches.watched-until': ['{owner}，{at} 前：{text}', '{owner}, until {at}: {text}'],
  'dispatches.unseen': ['{seconds} 秒内可撤回', 'Can be withdrawn for {seconds} s'],
  'dispatches.with': ['协办 {names}', 'with {names}'],
  'dispatches.sent': ['{who} {at} 派出', 'sent by {who}, {at}'],
  'dispatches.signed': ['{who} {at} 签收', 'signed for by {who}, {at}'],
  'dispatches.said': ['{who} {at}', '{who}, {at}'],
  'dispatches.waits-check': ['{ago}反馈，等核实并告知网友', 'Returned {ago}; check it and tell the citizen'],
  'dispatches.waits-anew': [
    '第 {times} 次退回，建议交{department}；等重新派单',
    'Sent back, time {times}; proposes {department}. To be dispatched anew'
  ],
  'dispatches.waits-ruling': [
    '已退 {times} 次，建议交{department}；等负责人裁定',
    'Sent back {times} times; proposes {department}. The head rules'
  ],
  'dispatches.sign': ['签收', 'Sign for it'],
  'dispatches.sign-of': ['签收 {number}', 'Sign for it: {number}'],
  'dispatches.links': ['链接 {count} 个', 'Links: {count}'],
  'dispatches.links-used': ['链接 {count} 个，{used} 个已使用', 'Links: {count}, {used} used'],
  'dispatches.link-until': ['{at} 前有效', 'until {at}']
} as const satisfies Record<Needed, Saying> & Record<string, Saying>
