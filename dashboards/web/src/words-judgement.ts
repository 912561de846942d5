import type { Classification } from '@huiyin/schemas/classification.ts'
import type { DepartmentClass } from '@huiyin/schemas/department-classes.ts'
import type { ReviewWhy } from '@huiyin/schemas/ticket.ts'

type Needed =
  | `department.${DepartmentClass}`
  | `risk-kind.${Classification['risk']['reasons'][number]['kind']}`
  | `review.${ReviewWhy}`

/** What a model says of a comment and why, and how a person sets it right, in Chinese and English. */
export const JUDGEMENT_WORDS = {
  'risk.fire': ['火情', 'Fire'],
  'risk.gas-leak': ['燃气或毒气泄漏', 'Gas leak'],
  'risk.explosion': ['爆炸', 'Explosion'],
  'risk.collapse': ['坍塌', 'Collapse'],
  'risk.trapped': ['有人被困', 'Somebody trapped'],
  'risk.flood': ['水淹', 'Flood'],
  'risk.drowning': ['溺水', 'Drowning'],
  'risk.electric-shock': ['触电', 'Electric shock'],
  'risk.self-harm': ['轻生', 'Self-harm'],
  'risk.missing-person': ['走失', 'Missing person'],
  'risk.poisoning': ['中毒', 'Poisoning'],
  'risk.medical-emergency': ['急救', 'Medical emergency'],
  'risk.violence': ['暴力伤害', 'Violence'],
  'risk.accident': ['事故', 'Accident'],
  'risk.minors-in-danger': ['未成年人遇险', 'Minors in danger'],
  'risk.public-safety': ['公共安全', 'Public safety'],
  'risk.mass-incident': ['群体性事件', 'Mass incident'],
  'risk.petition-threat': ['扬言上访或曝光', 'Threat to petition'],
  'risk.misconduct': ['反映违纪违法', 'Misconduct'],
  'risk.environment': ['环境污染', 'Environment'],
  'risk.food-and-drugs': ['食品药品', 'Food and drugs'],
  'risk.minors': ['涉未成年人', 'Minors'],
  'risk.livelihood': ['基本民生', 'Livelihood'],
  'risk.fraud': ['诈骗', 'Fraud'],
  'risk.epidemic': ['疫情', 'Epidemic'],
  'risk.rumour-signs': ['疑似谣言', 'Signs of rumour'],
  'risk.severe': ['后果严重', 'Grave consequences'],
  'risk.combination': ['多项叠加', 'Several at once'],
  'risk.reads-as-danger': ['读来像正在发生的危险', 'Reads like danger now'],
  'risk.insult': ['辱骂', 'Insult'],
  'risk.urgency': ['催促', 'Urges'],
  'risk.unheard': ['反复反映无果', 'Unheard so far'],
  'risk.complaint': ['投诉', 'Complaint'],
  'risk.negative': ['负面情绪', 'Negative'],
  'risk.exclaims': ['语气强烈', 'Exclaims'],
  'risk.repetition': ['重复刷屏', 'Says it over and over'],
  'risk.followers': ['粉丝多', 'Many followers'],
  'risk.verified': ['认证账号', 'Verified author'],
  'risk.likes': ['点赞多', 'Many likes'],
  'risk.replies': ['回复多', 'Many replies'],
  'risk.growth': ['热度上升快', 'Spreading fast'],
  'risk.similar': ['多人反映同一事', 'Others say the same'],
  'risk.unknown': ['其他依据（{code}）', 'Another reason ({code})'],
  'risk-kind.danger-now': ['眼前危险', 'danger now'],
  'risk-kind.content': ['内容', 'content'],
  'risk-kind.tone': ['语气', 'tone'],
  'risk-kind.author': ['发言人', 'author'],
  'risk-kind.spread': ['传播', 'spread'],

  'department.城乡建设': ['城乡建设', 'Urban and rural construction'],
  'department.劳动和社会保障': ['劳动和社会保障', 'Labour and social security'],
  'department.教育文体': ['教育文体', 'Education, culture and sport'],
  'department.商贸旅游': ['商贸旅游', 'Commerce and tourism'],
  'department.环境保护': ['环境保护', 'Environment'],
  'department.卫生计生': ['卫生计生', 'Health'],
  'department.交通运输': ['交通运输', 'Transport'],
  'department.公安政法': ['公安政法', 'Police and justice'],
  'department.其他': ['其他', 'Other'],

  'why.open': ['为什么', 'Why'],
  'why.close': ['收起', 'Less'],
  'why.title': ['这样研判的依据', 'Why it was judged so'],
  'why.label': ['类别', 'Label'],
  'why.sentiment': ['情感', 'Sentiment'],
  'why.department': ['部门', 'Department'],
  'why.place': ['地点', 'Place'],
  'why.office': ['交 {office}', 'goes to {office}'],
  'why.no-department': ['没有把握', 'none likely enough'],
  'why.risk': ['风险', 'Risk'],
  'why.sum': ['合计', 'Sum'],
  'why.capped': ['各项共 {sum} 分，封顶 {score} 分', '{sum} together, capped at {score}'],
  'why.urgent': ['眼前危险：无论多少分都按紧急处理', 'Danger now: urgent whatever the points'],
  'why.no-reasons': ['没有加分项', 'Nothing adds to it'],
  'why.model': ['模型 {model}', 'Model {model}'],
  'why.corrected': ['以下是模型的判断；{who} 已更正', 'What the model said; {who} has corrected it since'],
  'why.no-words': [
    '没有指向具体词语：可能是整句的判断，或没有记录。',
    'No single words: the whole text spoke, or it was not recorded.'
  ],
  'why.shows.label': [
    '实线标出类别的依据，线越粗分量越重。',
    'Solid lines: words for the label, the thicker the weightier.'
  ],
  'why.shows.sentiment': [
    '点线标出情感的依据，线越粗分量越重。',
    'Dotted lines: words for the sentiment, the thicker the weightier.'
  ],
  'why.shows.department': [
    '虚线标出部门的依据，线越粗分量越重。',
    'Dashed lines: words for the department, the thicker the weightier.'
  ],
  'why.shows.place': ['双线标出文中提到的地点。', 'Double lines: places that it names.'],
  'why.shows.risk': ['波浪线标出风险依据“{reason}”。', 'Wavy lines: words for the risk reason “{reason}”.'],

  'review.unsure': [
    '模型把握不足：判为“{label}”（{confidence}），请先核对类别。',
    'The model is unsure: {label} ({confidence}). Check the label first.'
  ],
  'review.sample': [
    '日常抽查：模型判为“{label}”（{confidence}），不需答复。请看看有没有漏掉诉求。',
    'Everyday sample: {label} ({confidence}), wanting nothing. See whether a wish was missed.'
  ],
  'review.mark.unsure': ['需复核', 'Review'],
  'review.mark.sample': ['抽查', 'Sample'],
  'review.closes': ['确认“其他”后工单关闭，不需回复。', 'Confirming “other” closes the ticket; no reply is needed.'],
  'review.right': ['类别没错', 'The label is right'],
  'review.instead': ['应为', 'It is'],
  'review.more': ['其他更正', 'More'],

  'correct.open': ['更正', 'Correct'],
  'correct.key': ['快捷键 C', 'Key: C'],
  'correct.title': ['更正研判', 'Correct the judgement'],
  'correct.level': ['风险等级', 'Risk level'],
  'correct.urgent': ['紧急', 'Urgent'],
  'correct.yes': ['是', 'Yes'],
  'correct.no': ['否', 'No'],
  'correct.no-department': ['未定', 'Not set'],
  'correct.save': ['保存', 'Save'],
  'correct.keys': ['← → 选择，Tab 下一项，回车保存，Esc 取消', '← → choose, Tab next, Enter saves, Esc cancels'],
  'correct.saving': ['正在保存…', 'Saving…'],
  'correct.rolled-back': ['没有保存，已恢复原来的判断。', 'Not saved; what stood before stands again.'],
  'correct.by': ['{who} 更正于 {at}', 'Corrected by {who}, {at}'],
  'correct.confirmed-by': ['{who} 核对于 {at}', 'Checked by {who}, {at}'],
  'correct.then.urgent': ['最迟一小时内回复。', 'Due within the hour.'],
  'correct.then.calmer': ['已有的时限不会推后。', 'Due times never move later.'],
  'correct.then.starts': ['从留言时间起计时。', 'The clock starts from when it was written.'],
  'correct.then.closes': ['核对后工单关闭，不需回复。', 'The ticket closes; no reply is needed.'],

  'facts.and': ['、', ', '],
  'event.and': ['；', '; '],
  'event.confirmed': ['核对无误：{what}', 'confirmed: {what}'],
  'event.changed': ['{what}：{from} → {to}', '{what}: {from} → {to}']
} as const satisfies Record<Needed, readonly [zh: string, en: string]> &
  Record<string, readonly [zh: string, en: string]>
