import type { ReportFormat, ReportKind, ReportOf } from '@huiyin/schemas/report.ts'
import type { Saying } from './words.ts'

/** What the api may say: a new one does not compile until it has words. */
type Needed = `report.kind.${ReportKind}` | `report.format.${ReportFormat}` | `report.of.${Exclude<ReportOf, 'now'>}`

export const REPORTS_WORDS = {
  report: ['报告', 'Report'],
  'reports.total': ['共 {count} 份', '{count} in all'],
  'reports.more': ['最近 {count} 份', 'The latest {count}'],
  'reports.all-kinds': ['全部类别', 'All kinds'],
  'reports.failed': ['报告没有载入', 'The reports did not load'],
  'reports.empty': ['还没有监测报告', 'No reports yet'],
  'reports.none-of-kind': ['没有这一类报告', 'None of this kind'],
  'reports.empty-hint': [
    '可以现在编制一份；日报、周报等也会按“报告计划”自动编制。',
    'Make one now; daily, weekly and other reports are also made by the report plan.'
  ],
  'reports.empty-others': [
    '报告由负责人或编辑编制，或按“报告计划”自动编制。',
    'They are made by heads and editors, or by the report plan.'
  ],

  'report.kind': ['类别', 'Kind'],
  'report.kind.daily': ['日报', 'Daily'],
  'report.kind.weekly': ['周报', 'Weekly'],
  'report.kind.monthly': ['月报', 'Monthly'],
  'report.kind.quarterly': ['季报', 'Quarterly'],
  'report.kind.yearly': ['年报', 'Yearly'],
  'report.kind.special': ['专报', 'Special'],
  'report.period': ['报告期', 'Period'],
  'report.period.daily': ['{year}年{day}', '{day} {year}'],
  'report.period.weekly': ['{year}年第{n}周（{from}–{to}）', 'Week {n} of {year} ({from} – {to})'],
  'report.period.monthly': ['{year}年{n}月', '{year}-{n}'],
  'report.period.quarterly': ['{year}年第{n}季度', 'Q{n} {year}'],
  'report.period.yearly': ['{year}年', '{year}'],
  'report.day': ['{month}月{day}日', '{day}/{month}'],
  'report.incident': ['舆情事件', 'Incident'],
  'report.has': ['{label} · 已编制', '{label} · made'],

  'report.make': ['编制报告', 'Make a report'],
  'report.make-title': ['编制监测报告', 'Make a monitoring report'],
  'report.make-hint': [
    '只能编制已经结束的报告期。编制在后台进行，可以离开此页。',
    'Of periods that are over. It is made in the background; you may leave this page.'
  ],
  'report.special-hint': [
    '专报针对一起舆情事件，数据截至编制时。',
    'A special report is of one incident, as it stands when it is made.'
  ],
  'report.no-incidents': ['还没有舆情事件，不能编制专报。', 'There is no incident to report on.'],
  'report.has-hint': [
    '这一期已经编制，将直接打开；要重新统计，请在报告中“更正”。',
    'It is made already and will be opened; to count anew, correct it there.'
  ],
  'report.open': ['打开', 'Open'],

  'report.making': ['正在编制{kind}', 'Making a {kind} report'],
  'report.progress': ['编制进度', 'Progress'],
  'report.waits': ['排队等待中…', 'Waiting for its turn…'],
  'report.counting': ['正在统计评论…', 'Counting the comments…'],
  'report.counted': ['已统计工单 {done} / {of}。', '{done} of {of} tickets counted.'],
  'report.left': ['大约还需 {time}。', 'About {time} left.'],
  'report.making-hint': [
    '由 {who} 提出。可以离开此页，编好后在列表中。',
    'Asked for by {who}. You may leave; it will be in the list.'
  ],
  'report.not-made': ['没有编成。', 'It could not be made.'],
  'report.remedy': [
    '请再试一次；仍然不行，请把下面的原因告诉系统管理员。',
    'Try again; if it fails again, tell an administrator the cause below.'
  ],
  'report.remedy.REPORT_INVALID': [
    '报告中有一句话与它的依据对不上，所以整份没有保存。请把下面的原因告诉系统管理员。',
    'A sentence did not agree with its sources, so nothing was kept. Tell an administrator the cause below.'
  ],
  'report.remedy.STORE_UNAVAILABLE': [
    '数据库当时没有应答。稍等片刻再试。',
    'The store did not answer. Wait a little and try again.'
  ],
  'report.cause': ['原因', 'Cause'],
  'report.again': ['再试一次', 'Try again'],
  'report.back-to': ['回到报告', 'Back to the report'],
  'report.none': ['没有这份报告', 'There is no such report'],
  'report.none-hint': ['可能链接有误，或还没有人提出编制。', 'The link may be wrong, or nobody has asked for it.'],
  'report.failed': ['报告没有载入', 'The report did not load'],
  'report.back': ['返回列表', 'Back to the list'],

  'report.revision': ['第 {n} 版', 'Revision {n}'],
  'report.revision-of': ['第 {n} 版，共 {of} 版', 'Revision {n} of {of}'],
  'report.by': ['{who} 编制', 'by {who}'],
  'report.by-plan': ['按计划自动编制', 'Made by the plan'],
  'report.as-of': ['数据截至 {at}', 'Counted as of {at}'],
  'report.not-sent': ['未报送', 'Not sent'],
  'report.sent': ['已报送 {count} 处（{at}）', 'Sent to {count}, {at}'],
  'report.received': ['已签收 {received} / {of}', '{received} of {of} have it'],
  'report.receipt-late': ['{count} 处超过一天未签收', '{count} late to receive'],
  'report.send-failed': ['{count} 处未送达', '{count} not reached'],
  'report.instructed-open': ['{count} 项批示待落实', 'Instructions to see to: {count}'],
  'report.instructed-done': ['批示 {count} 项，均已落实', 'Instructions: {count}, all seen to'],

  'report.files': ['保存为文件', 'Save as a file'],
  'report.format.docx': ['Word', 'Word'],
  'report.format.pdf': ['PDF', 'PDF'],
  'report.format.xlsx': ['Excel', 'Excel'],
  'report.format.html': ['网页', 'Web page'],
  'report.missing': ['没有 {format} 文件，为什么？', 'There is no {format}: why?'],
  'report.missing.PRINTER_MISSING': [
    '编制时服务器上没有可用来打印的浏览器。请管理员安装 Chromium、Chrome 或 Edge，再用“更正”重新编制；其他格式不受影响。',
    'No browser was there to print with. Have an administrator install Chromium, Chrome or Edge, then correct the report; the other files are whole.'
  ],

  'report.correct': ['更正', 'Correct'],
  'report.correct-title': ['重新统计并更正', 'Count anew and correct'],
  'report.correct-hint': [
    '会按现在的数据重新统计，成为新的一版，并列出变动的数字；原来的版本保留。',
    'It is counted by what is stored now and becomes a new revision that lists what changed; the earlier ones stay.'
  ],
  'report.correct-do': ['重新编制', 'Make it anew'],
  'report.why': ['更正原因', 'Why'],
  'report.revisions': ['版本', 'Revisions'],
  'report.older': ['您看的是旧版，最新为第 {n} 版。', 'This is an older revision; the newest is {n}.'],
  'report.corrected-why': ['更正原因：', 'Corrected because:'],
  'report.no-changes': ['数字没有变动。', 'No figure changed.'],
  'report.changes': ['变动的数字 {count} 项', '{count} figures changed'],
  'report.figure': ['指标', 'Figure'],
  'report.before': ['更正前', 'Before'],
  'report.after': ['更正后', 'After'],

  'report.send': ['报送', 'Send'],
  'report.send-again': ['再次报送', 'Send again'],
  'report.send-do': ['发送', 'Send it'],
  'report.send-hint': [
    '一处都不选，就发给“报告计划”中这一类报告的收件人。',
    'Choose nobody, and it goes to those whom the report plan names for its kind.'
  ],
  'report.send-refused': ['没有发出', 'It was not sent'],
  'report.to-people': ['收件人', 'Persons'],
  'report.to-rosters': ['值班', 'On duty'],
  'report.to-roles': ['角色', 'Roles'],
  'report.to-above': ['上级单位', 'Office above'],
  'report.to-above-hint': ['写名称，并在下面填渠道和地址', 'Its name; channel and address below'],
  'report.to-channel': ['上级的渠道', 'By channel'],
  'report.to-address': ['上级的地址', 'At address'],
  'report.receipt': ['要求签收', 'Receipts'],
  'report.receipt-yes': ['要求收件人签收', 'Ask each to say that they have it'],
  'report.receipt-no': ['不要求', 'Not asked for'],
  'report.files-with': ['随附文件', 'With files'],
  'report.channel.smtp': ['邮件', 'Mail'],
  'report.channel.wecom': ['企业微信', 'WeCom'],
  'report.channel.dingtalk': ['钉钉', 'DingTalk'],
  'report.channel.feishu': ['飞书', 'Feishu'],
  'report.channel.webhook': ['推送地址', 'Webhook'],

  'report.sendings': ['报送与签收', 'Sent and received'],
  'report.not-sent-hint': ['还没有报送给任何人。', 'It has not been sent to anybody.'],
  'report.sent-by': ['{who} 报送（{at}）', 'Sent by {who}, {at}'],
  'report.no-receipt': ['不要求签收', 'No receipts asked for'],
  'report.has-it': ['已签收（{at}）', 'Received {at}'],
  'report.times': ['共发 {n} 次', 'sent {n} times'],
  'report.delivery.pending': ['等待发出', 'On its way'],
  'report.delivery.sent': ['已送达', 'Delivered'],
  'report.delivery.waits': ['已送达，等待签收', 'Delivered, no receipt yet'],
  'report.delivery.late': ['超过一天未签收', 'No receipt for over a day'],
  'report.delivery.failed': ['未送达', 'Not delivered'],
  'report.delivery.unknown': ['不知是否送达', 'Nobody knows whether it arrived'],
  'report.resend-some': ['重发给未签收或未送达的 {count} 处', 'Send again to the {count} who lack it'],
  'report.resend-all': ['全部重发', 'Send again to all'],

  'report.sources': ['依据', 'Sources'],
  'report.sources-hint': [
    '指向或选中报告中的一句话、一个数字，这里显示它的依据。',
    'Point at a sentence or a figure to see what it stands on.'
  ],
  'report.source-hint': ['选中可固定它的依据', 'Choose it to keep its sources in sight'],
  'report.seen': ['选中可固定', 'Choose it to keep this'],
  'report.held': ['已固定', 'Kept in sight'],
  'report.let': ['不再固定', 'Let go'],
  'report.of.before': ['上期', 'the period before'],
  'report.of.year-ago': ['上年同期', 'a year ago'],
  'report.not-told': ['样本不足，不计算', 'Too few to tell'],
  'report.sample': ['样本 {n}', 'of {n}'],
  'report.comment-gone': ['引用的评论 {id} 不在报告中', 'The cited comment {id} is not in the report'],
  'report.no-ticket': ['这条评论没有工单。', 'This comment has no ticket.'],
  'report.key.kind.first': ['首次回复', 'First reply'],
  'report.key.kind.next': ['后续回复', 'Later reply'],
  'report.numbers': ['数据', 'Numbers']
} as const satisfies Record<Needed, Saying> & Record<string, Saying>
