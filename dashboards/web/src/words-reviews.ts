import type { ReviewRow } from '@huiyin/schemas/api-desks.ts'
import type { Saying } from './words.ts'

type Needed = `reviews.kind.${ReviewRow['kind']}`

/** Of what waits for the one who looks. */
export const REVIEWS_WORDS = {
  'reviews.pile': ['待办', 'What waits'],
  'reviews.pile.decide': ['待我决定', 'For me to decide'],
  'reviews.pile.judge': ['待核研判', 'Labels to check'],
  'reviews.list': ['清单', 'The list'],
  'reviews.failed': ['没有载入', 'It did not load'],
  'reviews.done': ['都处理完了', 'All done'],
  'reviews.done-hint': [
    '没有等您审核、批准或审批的。有新的会自动出现在这里。',
    'Nothing waits for your review, approval or decision. What comes appears here by itself.'
  ],
  'reviews.done-some': ['这一轮处理了 {count} 件，辛苦了。', 'You decided {count} this time. Well done.'],
  'reviews.judged': ['研判都核过了', 'All labels are checked'],
  'reviews.judged-hint': ['没有等人核对类别的工单。', 'No ticket waits for somebody to check its label.'],
  'reviews.kind.reply': ['回复', 'Reply'],
  'reviews.kind.ask': ['申请', 'Request'],
  'reviews.kind.removal': ['删除留言', 'Removal'],
  'reviews.act.reply.review': ['待审核', 'To review'],
  'reviews.act.reply.approve': ['待批准', 'To approve'],
  'reviews.act.reply.confirm-attested': ['待核验', 'To confirm'],
  'reviews.act.ask.decide': ['待审批', 'To decide'],
  'reviews.act.comment.remove.grant': ['待裁定', 'To rule'],
  'reviews.act.comment.remove.refuse': ['待裁定', 'To rule'],
  'reviews.by': ['{who}，{ago}', '{who}, {ago}'],
  'reviews.open': ['打开工单', 'Open the ticket'],
  'reviews.back': ['返回清单', 'Back to the list'],
  'reviews.next': ['下一件', 'Next'],
  'reviews.gone': ['已经有人处理了', 'Somebody has decided it'],
  'reviews.gone-hint': ['它不再等您决定。', 'It does not wait for you any more.'],
  'reviews.citizen': ['网友说', 'The citizen says'],
  'reviews.reply': ['回复稿', 'The reply'],
  'reviews.posted': ['手工发布的内容', 'What was posted by hand'],
  'reviews.thread': ['全部对话（{count} 条）', 'The whole thread ({count})'],
  'reviews.ours': ['我方', 'We'],
  'reviews.against': ['对照', 'Compare with'],
  'reviews.against.earlier': ['上一稿', 'The earlier draft'],
  'reviews.against.template': ['模板“{name}”', 'Template “{name}”'],
  'reviews.against.stands': ['平台上现在的回复', 'What stands there now'],
  'reviews.against-none': ['没有旧稿或相近的模板可对照。', 'There is no earlier draft, and no template like it.'],
  'reviews.before': ['{name}', '{name}'],
  'reviews.after': ['这一稿', 'This draft'],
  'reviews.same': ['一字未改', 'Word for word the same'],
  'reviews.changed': ['删 {gone} 字，增 {added} 字', '{gone} characters out, {added} in'],
  'reviews.returned': ['退回理由：{reason}（{who}）', 'Returned because: {reason} ({who})'],
  'reviews.checks': ['发前检查', 'Checks before it leaves'],
  'reviews.checking': ['正在检查…', 'Checking…'],
  'reviews.checks-well': ['没有发现问题', 'Nothing was found'],
  'reviews.length': ['{length} / {limit} 字', '{length} of {limit} characters'],
  'reviews.machine': ['机器拟稿，一字未改', 'As a machine proposed it, unchanged'],
  'reviews.machine-edited': ['由机器拟稿改写', 'Edited from what a machine proposed'],
  'reviews.then-approve': ['审核通过后，还要负责人批准：{why}', 'After this the head approves it: {why}'],
  'reviews.means-yes': ['同意或通过', 'Say yes to it'],
  'reviews.means-no': ['不同意或退回', 'Say no to it'],
  'reviews.means-judge': ['研判无误', 'The machine was right'],
  'reviews.means-undo': ['收回刚才的决定', 'Take the last decision back'],
  'reviews.key': ['快捷键 {key}', 'Key {key}'],
  'reviews.keys': [
    'J / K 上下，A 通过，R 退回，U 撤销',
    'J / K: next and previous. A: approve. R: return. U: take back'
  ],
  'reviews.keys-judge': [
    'J / K 上下，A 研判正确，1–4 改类别，U 撤销',
    'J / K: next and previous. A: it is right. 1–4: another label. U: take back'
  ],
  'reviews.undone': ['已撤销', 'Taken back']
} as const satisfies Record<Needed, Saying> & Record<string, Saying>
