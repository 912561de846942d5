import type { BulkAct, MacroStep } from '@huiyin/schemas/bulk.ts'

type Needed = `bulk.act.${(BulkAct | MacroStep)['type']}`

/** Going through the list by keys, many at once, and what helps to answer, in Chinese and English. */
export const TRIAGE_WORDS = {
  'key.hint': ['快捷键 {key}', 'Key: {key}'],
  'keys.open': ['快捷键', 'Keys'],

  'next.title': ['下一条', 'Next'],

  'saved.keep': ['+ 存为视图', '+ Keep this view'],
  'saved.name': ['视图名称', 'Name of the view'],
  'saved.share': ['全单位可用', 'For the whole office'],
  'saved.save': ['保存', 'Keep'],
  'saved.remove': ['删除此视图', 'Remove this view'],
  'saved.shared': ['公共视图（{who}）', 'For the whole office, by {who}'],
  'saved.own': ['本人的视图', 'Your own view'],
  'saved.lost': ['有些条件此版本不认识，已略去', 'Some of its conditions are unknown here and left out'],
  'saved.gone': ['这个视图已不存在', 'This view is no more'],
  'saved.gone-hint': ['可能已被删除。请从上面另选一个范围。', 'It may have been removed. Choose another list above.'],

  'bulk.pick': ['选中 {number}', 'Select {number}'],
  'bulk.selected': ['已选 {count} 条', '{count} selected'],
  'bulk.all-selected': ['已选符合条件的全部 {count} 条', 'All {count} that match'],
  'bulk.select-all': ['选中符合条件的全部 {count} 条', 'Select all {count} that match'],
  'bulk.clear': ['取消选择', 'Clear'],
  'bulk.open': ['批量处理…', 'Act on them…'],
  'bulk.act.acknowledge': ['我来处理', 'Take'],
  'bulk.act.assign': ['分派给同事', 'Assign'],
  'bulk.act.unassign': ['取消分派', 'Unassign'],
  'bulk.act.tag': ['加减标签', 'Tag'],
  'bulk.act.correct': ['更正研判', 'Correct'],
  'bulk.act.dismiss': ['无需回复', 'No reply needed'],
  'bulk.act.waive': ['后来的留言无需回复', 'No reply to what came later'],
  'bulk.act.reopen': ['重新打开', 'Reopen'],
  'bulk.act.dispatch': ['派给部门', 'Dispatch'],
  'bulk.act.macro': ['快捷操作', 'Macro'],
  'bulk.act.reply': ['起草回复', 'Draft a reply'],

  'macro.open': ['快捷操作', 'Macros'],
  'macro.none': ['还没有快捷操作，可在系统设置里添加。', 'No macros yet; they are written under Settings.'],
  'macro.not-yours': ['其中有您无权做的步骤', 'Some of its steps are not yours to take'],
  'macro.done': ['已完成：{steps}', 'Done: {steps}'],
  'macro.nothing': ['一步也没有做。', 'Nothing was done.'],
  'macro.refused': [
    '“{step}”没有做成：{why} 后面的步骤没有做。',
    '“{step}” was refused: {why} What follows was not tried.'
  ],

  'context.title': ['相关内容', 'What helps'],
  'context.similar': ['类似留言与答复', 'Similar, and the answers'],
  'context.citizen': ['该网友的其他工单', 'Others of this citizen'],
  'context.post': ['同一发布下的留言', 'Under the same post'],
  'context.similar-none': ['没有找到类似的工单。', 'No similar ticket was found.'],
  'context.answer': ['看答复', 'Show the answer'],
  'context.no-answer': ['没有公开的答复。', 'There was no public answer.'],
  'context.use': ['以此起草', 'Begin with this'],
  'context.by-name': [
    '{platform}上同名“{who}”的工单（同名者未必是同一人）',
    'Tickets by the name “{who}” on {platform}; two may share a name'
  ],
  'context.citizen-none': ['没有其他工单。', 'There is no other ticket.'],
  'context.unnamed': [
    '平台没有给出网友名称，查不到其他工单。',
    'The platform gives no name, so nothing can be found by it.'
  ],
  'context.not-yours': ['您的岗位不能按网友名称查询。', 'Your role may not search by a citizen’s name.'],
  'context.comments': ['留言 {count} 条', '{count} comments'],
  'context.newest': ['以上是最新的 {count} 条', 'The newest {count}'],
  'context.here': ['在本工单中', 'on this ticket'],

  'preview.show': ['预览', 'Preview'],
  'preview.title': ['发出后的样子（各平台略有出入）', 'About how it will look there'],
  'preview.empty': ['写下回复后在这里预览。', 'What you write is shown here.'],
  'preview.to': ['回复 {who}', 'Replying to {who}'],
  'preview.now': ['刚刚', 'just now'],

  'compare.title': ['与上一稿对照', 'Compared with the draft before'],
  'compare.template': ['与模板对照', 'Compared with the template'],
  'compare.before': ['上一稿', 'Before'],
  'compare.after': ['这一稿', 'Now'],
  'compare.same': ['文字没有变化', 'The words are the same'],
  'compare.removed': ['删去', 'removed'],
  'compare.added': ['新增', 'added'],
  'compare.remark': ['{who} 的退回意见：{reason}', '{who} sent it back: {reason}'],

  'propose.open': ['机器拟稿', 'Propose words'],
  'propose.hint': [
    '依据已批准的模板和已发布的答复拟一份，由您改定',
    'From approved templates and confirmed replies; you finish it'
  ],
  'propose.use': ['放进回复框', 'Put it into the box'],
  'propose.drop': ['不用', 'No, thanks'],
  'propose.sources': ['出处：', 'Sources: '],
  'propose.template': ['模板“{name}”', 'template “{name}”'],
  'propose.reply': ['工单 {number} 的答复', 'the reply on {number}'],
  'propose.unfounded': [
    '这些数字在出处中找不到，请核实：{numbers}',
    'These numbers stand in no source; check them: {numbers}'
  ],
  'propose.unfilled': ['还要您填写：{names}', 'For you to fill in: {names}'],
  'propose.model': ['模型 {model}', 'Model {model}'],
  'propose.began': ['从机器拟稿改起', 'began with a machine’s words'],
  'propose.unchanged': ['机器拟稿，未改动', 'a machine’s words, unchanged']
} as const satisfies Record<Needed, readonly [zh: string, en: string]> &
  Record<string, readonly [zh: string, en: string]>
