import type { Doing } from '@huiyin/schemas/api.ts'

type Needed = `presence.${Doing}`

/** Who works on what, what can be taken back, and what people tell each other, in Chinese and English. */
export const WORK_WORDS = {
  'tab.mine': ['我的', 'Mine'],
  'tab.unassigned': ['未分派', 'Unassigned'],
  'list.empty-hint.mine': ['没有由您承办的工单。', 'No ticket is in your hands.'],
  'list.empty-hint.unassigned': ['都已分派。', 'All of them are in somebody’s hands.'],
  piles: ['按承办人', 'By who has it in hand'],

  'work.nobody': ['未分派', 'Unassigned'],
  'work.mine': ['由我承办', 'In my hands'],
  'work.with': ['{who} 承办', 'With {who}'],
  'work.assign': ['分派给', 'Assign to'],
  'work.take': ['分派给我', 'Assign to me'],
  'work.unassign': ['取消分派', 'Unassign'],
  'work.find': ['按姓名查找', 'Find by name'],
  'work.found-nobody': ['没有找到这个人', 'Nobody found'],
  'work.me': ['本人', 'you'],

  'tags.open': ['+ 标签', '+ Tag'],
  'tags.add': ['添加标签', 'Add a tag'],
  'tags.placeholder': ['标签，回车添加', 'A tag, then Enter'],
  'tags.hint': ['仅内部可见，最多 30 字', 'Inside the house only; 30 characters at most'],
  'tags.remove': ['去掉标签“{tag}”', 'Remove the tag “{tag}”'],

  notes: ['内部备注', 'Notes'],
  'notes.inside': ['公众看不到', 'never shown to the public'],
  'notes.count': ['{count} 条内部备注', 'Notes: {count}'],
  'notes.write': ['写备注', 'Write a note'],
  'notes.text': ['备注内容', 'The note'],
  'notes.placeholder': ['写给同事，用 @ 提到谁', 'For colleagues; @ names somebody'],
  'notes.mention': ['提到谁', 'Whom to name'],
  'notes.share': ['承办部门可见', 'Departments may read it'],
  'notes.share-hint': [
    '不勾选时只有本单位（或本部门）能看到',
    'Otherwise only the office, or your own department, reads it'
  ],
  'notes.shared': ['部门可见', 'Shared with departments'],
  'notes.give': ['保存备注', 'Save the note'],

  mentions: ['提到我的', 'Where you were named'],
  'mentions.unread': ['{count} 条提到您的备注未读', '{count} unread notes name you'],
  'mentions.by': ['{who} 提到了您', '{who} named you'],
  'mentions.read-all': ['全部标为已读', 'Mark all as read'],

  files: ['附件', 'Files'],
  'files.add': ['添加附件', 'Add a file'],
  'files.hint': ['PDF、图片、Word、Excel、TXT、MP4，10 MB 以内', 'PDF, pictures, Word, Excel, TXT or MP4, up to 10 MB'],
  'files.too-big': ['文件超过 10 MB', 'The file is larger than 10 MB'],

  'link.title': ['免登录链接', 'Links without an account'],
  'link.title-count': ['免登录链接（{count}）', 'Links without an account ({count})'],
  'link.to': ['给谁', 'For whom'],
  'link.to-hint': ['给谁，如{department}值班室', 'For whom, as in the duty room of {department}'],
  'link.issue': ['生成链接', 'Make a link'],
  'link.hint': [
    '收到链接的人不用登录，只能处理这一份派单。',
    'Whoever has it acts on this dispatch alone, without an account.'
  ],
  'link.once': ['给 {to} 的链接，只显示这一次，请现在复制。', 'The link for {to} is shown this once; copy it now.'],
  'link.made': ['{who} {at} 生成', 'made by {who}, {at}'],
  'link.until': ['{at} 失效', 'good until {at}'],
  'link.stands': ['有效', 'Good'],
  'link.used': ['已使用', 'Used'],
  'link.expired': ['已过期', 'Expired'],
  'link.ended': ['已作废', 'Revoked'],
  'link.revoke': ['作废', 'Revoke'],
  'link.revoke-of': ['作废给 {to} 的链接', 'Revoke the link for {to}'],

  'presence.reading': ['{who} 正在看', '{who} is reading'],
  'presence.writing': ['{who} 正在写', '{who} is writing'],

  'undo.do': ['撤销', 'Undo'],
  'undo.seconds': ['（{seconds} 秒）', '({seconds} s)'],
  'undo.done': ['已{what}', '{what}'],
  'undo.undone': ['已撤销：{what}', 'Taken back: {what}'],
  'leaving.reply': ['回复即将发出', 'The reply is about to leave'],
  'leaving.dispatch': ['即将通知{department}', '{department} is about to be told'],
  'leaving.reply-in': ['回复 {seconds} 秒后发出', 'The reply leaves in {seconds} s'],
  'leaving.dispatch-in': ['{seconds} 秒后通知{department}', '{department} is told in {seconds} s'],
  'leaving.withdraw': ['撤回', 'Call back'],
  'leaving.reason': ['发出前撤回', 'Called back before it left'],
  'reply.explain.leaving': ['{at} 发出，在此之前可以撤回', 'leaves at {at}; until then it can be called back'],

  'correction.replace': ['发现有误？新的回复会替换这一条。', 'Something wrong? Another reply takes its place.'],
  'correction.further': ['发现有误？可以再发一条更正。', 'Something wrong? Send a correction beside it.'],
  'correction.by-hand': [
    '发现有误？此平台只能在其后台更正。',
    'Something wrong? It can only be put right at the platform itself.'
  ],
  'correction.write': ['写更正', 'Write a correction'],
  'correction.reopen': ['先重新打开', 'Reopen first'],
  'correction.begins': ['更正：', 'Correction: '],

  'did.acknowledge': ['认领工单', 'Ticket taken'],
  'did.assign': ['分派工单', 'Assigned'],
  'did.unassign': ['取消分派', 'Unassigned'],
  'did.tag': ['修改标签', 'Tags changed'],
  'did.ask': ['提出申请', 'Asked for a decision'],
  'did.rate': ['登记满意度', 'Satisfaction recorded'],
  'did.dismiss': ['标为无需回复', 'Marked as needing no reply'],
  'did.waive': ['标为无需回复', 'Marked as needing no reply'],
  'did.reopen': ['重新打开', 'Reopened'],
  'did.correct': ['更正研判', 'Corrected'],
  'did.pause': ['暂停计时', 'Clock paused'],
  'did.resume': ['恢复计时', 'Clock resumed'],
  'did.supervise': ['发起督办', 'Supervision begun'],
  'did.supervise.end': ['结束督办', 'Supervision ended'],
  'did.ask.decide': ['审批申请', 'Request decided'],
  'did.dispatch.sign': ['签收派单', 'Signed for'],
  'did.dispatch.return': ['反馈结果', 'Result returned'],
  'did.dispatch.bounce': ['退单', 'Sent back'],
  'did.dispatch.withdraw': ['收回派单', 'Dispatch taken back'],
  'did.reply.draft': ['提交回复', 'Reply handed in'],
  'did.reply.review': ['审核通过回复', 'Reply reviewed'],
  'did.reply.approve': ['批准回复', 'Reply approved'],
  'did.reply.return': ['退回回复', 'Reply returned'],
  'did.reply.release': ['放行', 'Released'],
  'did.comment.remove.ask': ['申请删除评论', 'Asked to remove the comment'],
  'did.comment.remove.refuse': ['驳回删除申请', 'Removal refused'],
  'did.comment.remove.grant': ['批准删除评论', 'Removal granted'],
  'did.comment.elect': ['设置精选', 'Elected'],
  'did.other': ['完成操作', 'Done']
} as const satisfies Record<Needed, readonly [zh: string, en: string]> &
  Record<string, readonly [zh: string, en: string]>
