import type { EventType } from '@huiyin/schemas/event.ts'
import type { Label, PlatformName, RiskLevel, SentimentName, TicketStatus } from '@huiyin/schemas/names.ts'
import type { ClockOutcome, ReplyState } from '@huiyin/schemas/ticket.ts'
import { JUDGEMENT_WORDS } from './words-judgement.ts'

type Saying = readonly [zh: string, en: string]

/** What the api may say: a new one does not compile until it has words. */
type Needed =
  | `event.${EventType}`
  | `label.${Label}`
  | `level.${RiskLevel}`
  | `sentiment.${SentimentName}`
  | `platform.${PlatformName}`
  | `status.${TicketStatus}`
  | `outcome.${ClockOutcome}`
  | `reply.state.${ReplyState}`

/** Every word of the page, in Chinese and English. `{name}` is a place to fill. */
export const WORDS = {
  'app.name': ['回音', 'Huiyin'],
  'app.motto': ['件件有回音', 'Every comment gets an answer'],
  'app.demo': ['演示数据', 'Demo data'],
  'app.demo-hint': [
    '本页内容来自模拟平台，不会发布到真实账号',
    'All content comes from a simulator; nothing is posted anywhere'
  ],
  'app.failed': ['页面出错了', 'The page failed'],
  'app.failed-hint': ['草稿已保存在本机，重新载入后可继续。', 'Drafts are kept on this computer; reload to go on.'],
  'app.reload': ['重新载入', 'Reload'],
  'app.loading': ['正在载入…', 'Loading…'],

  'sign-in.title': ['登录', 'Sign in'],
  'sign-in.name': ['用户名', 'Name'],
  'sign-in.password': ['密码', 'Password'],
  'sign-in.submit': ['登录', 'Sign in'],
  'sign-in.ended': [
    '登录已过期，请重新登录。草稿已保存在本机。',
    'Your session has ended. Drafts are kept on this computer.'
  ],
  'sign-out': ['退出登录', 'Sign out'],

  settings: ['设置', 'Settings'],
  'settings.language': ['语言', 'Language'],
  'settings.look': ['外观', 'Appearance'],
  'language.zh': ['中文', '中文'],
  'language.en': ['English', 'English'],
  'look.auto': ['跟随系统', 'System'],
  'look.light': ['浅色', 'Light'],
  'look.dark': ['深色', 'Dark'],

  'live.open': ['实时', 'Live'],
  'live.open-hint': ['新工单会自动出现', 'New tickets appear by themselves'],
  'live.connecting': ['连接中', 'Connecting'],
  'live.lost': ['已断开', 'Offline'],
  'live.lost-banner': [
    '与服务器的连接已断开，正在重连。页面内容停在 {at}，草稿不会丢失。',
    'The connection is lost; trying again. What you see is as of {at}. Drafts are safe.'
  ],

  'tab.open': ['待处理', 'Open'],
  'tab.soon': ['即将到期', 'Due soon'],
  'tab.overdue': ['已超时', 'Overdue'],
  'tab.urgent': ['紧急', 'Urgent'],
  'tab.answered': ['已回复', 'Answered'],
  'tab.dismissed': ['已忽略', 'Dismissed'],
  'tab.all': ['全部', 'All'],
  tabs: ['工单范围', 'Which tickets'],

  'filter.search': ['搜索留言、编号、账号', 'Search words, number, account'],
  'filter.label': ['类别', 'Label'],
  'filter.level': ['风险', 'Risk'],
  'filter.platform': ['平台', 'Platform'],
  'filter.sort': ['排序', 'Sort'],
  'filter.clear': ['清除筛选', 'Clear filters'],
  'sort.due': ['先到期', 'Due first'],
  'sort.newest': ['最新', 'Newest'],
  'sort.risk': ['风险高', 'Riskiest'],

  'label.inquiry': ['咨询', 'Inquiry'],
  'label.suggestion': ['建议', 'Suggestion'],
  'label.complaint': ['投诉', 'Complaint'],
  'label.other': ['其他', 'Other'],
  'level.blue': ['蓝色', 'Blue'],
  'level.yellow': ['黄色', 'Yellow'],
  'level.orange': ['橙色', 'Orange'],
  'level.red': ['红色', 'Red'],
  'level.hint': ['风险 {score} 分（满分 100），{level}', 'Risk {score} of 100, {level}'],
  'sentiment.negative': ['负面', 'Negative'],
  'sentiment.neutral': ['中性', 'Neutral'],
  'sentiment.positive': ['正面', 'Positive'],
  'platform.wechat': ['微信', 'WeChat'],
  'platform.weibo': ['微博', 'Weibo'],
  'platform.douyin': ['抖音', 'Douyin'],
  'platform.kuaishou': ['快手', 'Kuaishou'],
  'platform.mastodon': ['Mastodon', 'Mastodon'],
  'platform.other': ['其他平台', 'Other'],
  'status.open': ['待处理', 'Open'],
  'status.answered': ['已回复', 'Answered'],
  'status.dismissed': ['已忽略', 'Dismissed'],
  urgent: ['紧急', 'Urgent'],
  acknowledged: ['{who} 处理中', '{who} is on it'],

  'time.left-days': ['剩 {days} 天 {hours} 小时', '{days} d {hours} h left'],
  'time.left-hours': ['剩 {hours} 小时 {minutes} 分', '{hours} h {minutes} min left'],
  'time.left-minutes': ['剩 {minutes} 分', '{minutes} min left'],
  'time.left-none': ['剩不到 1 分', 'Under a minute left'],
  'time.late-days': ['已超时 {days} 天 {hours} 小时', '{days} d {hours} h late'],
  'time.late-hours': ['已超时 {hours} 小时 {minutes} 分', '{hours} h {minutes} min late'],
  'time.late-minutes': ['已超时 {minutes} 分', '{minutes} min late'],
  'time.late-none': ['刚刚超时', 'Just overdue'],
  'time.due-at': ['{at} 到期', 'Due {at}'],
  'time.ago-now': ['刚刚', 'just now'],
  'time.ago-minutes': ['{minutes} 分钟前', '{minutes} min ago'],
  'time.ago-hours': ['{hours} 小时前', '{hours} h ago'],
  'outcome.met': ['按时回复', 'Answered in time'],
  'outcome.missed_answered_late': ['超时回复', 'Answered late'],
  'outcome.missed_open': ['已超时', 'Overdue'],
  'outcome.cancelled': ['不再计时', 'Clock cancelled'],
  'outcome.void': ['不计入考核', 'Not counted'],

  'list.title': ['工单', 'Tickets'],
  'list.shown': ['共 {total} 条', '{total} in all'],
  'list.new': ['{count} 条新工单', '{count} new'],
  'list.changed': ['列表有更新', 'The list has changed'],
  'list.more': ['载入更多', 'Load more'],
  'list.end': ['没有更多了', 'That is all'],
  'list.empty': ['这里没有工单', 'No tickets here'],
  'list.empty-hint.open': ['都处理完了。新留言会自动出现。', 'All done. New comments appear by themselves.'],
  'list.empty-hint.filtered': ['换个条件试试。', 'Try other filters.'],
  'list.failed': ['列表没有载入', 'The list did not load'],
  'list.retry': ['重试', 'Try again'],
  'list.gone': ['已离开本列表', 'No longer in this list'],

  view: ['页面', 'Views'],
  'view.tickets': ['工单', 'Tickets'],
  'view.comments': ['留言', 'Comments'],

  comments: ['留言', 'Comments'],
  'comments.search': ['搜索留言', 'Search comments'],
  'comments.search-how': [
    '词语、"短语"、单个字、字母或数字，或网友名',
    'Words, "a phrase", one character, digits, or an author'
  ],
  'comments.sentiment': ['情感', 'Sentiment'],
  'comments.from': ['起始日期', 'From'],
  'comments.to': ['截止日期', 'To'],
  'comments.span': ['至', 'to'],
  'comments.newest': ['最新', 'Newest'],
  'comments.oldest': ['最早', 'Oldest'],
  'comments.total': ['共 {total} 条', '{total} in all'],
  'comments.found': ['找到 {total} 条', '{total} found'],
  'comments.empty': ['还没有留言', 'No comments yet'],
  'comments.empty-hint': [
    '用 npx huiyin import 导入，或等待采集',
    'Import some with npx huiyin import, or wait for the collector'
  ],
  'comments.nothing': ['没有找到留言', 'No comments found'],
  'comments.nothing-hint': [
    '可以写词语、"短语"、单个字、字母或数字；空格隔开的都要出现。',
    'Write words, "a phrase", one character, letters or digits; all of them must be found.'
  ],
  'comments.failed': ['留言没有载入', 'The comments did not load'],
  'comments.more-failed': ['后面的没有载入：{why}', 'The rest did not load: {why}'],
  'comments.whole': ['全文', 'Whole text'],
  'comments.less': ['收起', 'Less'],
  'comments.ticket': ['查看工单', 'Open the ticket'],
  'comments.unjudged': ['未研判', 'Not judged yet'],

  overview: ['概览', 'Overview'],
  'overview.open': ['待处理', 'Open'],
  'overview.overdue': ['已超时', 'Overdue'],
  'overview.urgent': ['紧急', 'Urgent'],
  'overview.chart': ['到期分布', 'When work falls due'],
  'overview.chart-hint': ['未来 24 小时每小时到期的工单数', 'Tickets falling due per hour, next 24 hours'],
  'overview.chart-partial': ['按最先到期的 {count} 条统计', 'Of the {count} due first'],
  'overview.chart-hour': ['{from}–{to}：{count} 条', '{from}–{to}: {count}'],

  ticket: ['工单', 'Ticket'],
  'ticket.none': ['选择一条工单', 'Choose a ticket'],
  'ticket.none-hint': ['用 ↑ ↓ 移动，回车打开，/ 搜索', '↑ ↓ to move, Enter to open, / to search'],
  'ticket.back': ['返回列表', 'Back to the list'],
  'ticket.failed': ['工单没有载入', 'The ticket did not load'],
  'ticket.copy': ['复制编号', 'Copy the number'],
  'ticket.copied': ['已复制', 'Copied'],
  'ticket.original': ['查看原文', 'Open on the platform'],
  'ticket.citizen': ['网友', 'Citizen'],
  'ticket.unnamed': ['未具名', 'Unnamed'],
  'ticket.office': ['我方', 'Our office'],
  'ticket.post': ['发布内容', 'Post'],
  'ticket.department': ['建议承办', 'Department'],
  'ticket.opened': ['留言时间', 'Written'],
  'ticket.reasons': ['风险依据', 'Why this risk'],
  'ticket.no-reasons': ['未发现风险依据', 'No reasons found'],
  'ticket.clocks': ['时限', 'Clocks'],
  'ticket.no-clocks': ['没有计时', 'No clock runs'],
  'ticket.thread': ['对话', 'Conversation'],
  'ticket.history': ['经过', 'Timeline'],
  'ticket.history-all': ['全部 {count} 条', 'All {count}'],
  'ticket.history-less': ['收起', 'Fewer'],
  'ticket.updated': ['网友有新留言', 'The citizen has written again'],
  'ticket.updated-by': ['{who} 刚处理过这条工单', '{who} has just acted on this ticket'],
  'ticket.seen': ['已看过', 'I have read it'],

  ...JUDGEMENT_WORDS,

  'clock.first': ['首次回复', 'First reply'],
  'clock.next': ['后续回复', 'Next reply'],
  'clock.urgent': ['紧急时限', 'Urgent'],
  'clock.born-late': ['收到时已过期，不计入考核', 'Past due before we could know; not counted'],
  'clock.late-upgrade': ['升级为紧急时已过新时限', 'Raised to urgent after its new due time'],
  'clock.started': ['起算 {at}', 'Started {at}'],
  'clock.stopped': ['停止 {at}', 'Stopped {at}'],
  'clock.original': ['原定 {at}', 'Originally {at}'],
  'clock.policy': ['规则 {policy}', 'Policy {policy}'],

  'comment.edited': ['已编辑', 'Edited'],
  'comment.first-text': ['最初内容：{text}', 'At first: {text}'],
  'comment.deleted': ['平台上已删除', 'Removed from the platform'],
  'comment.erased': ['内容已按要求清除', 'Erased on request'],
  'comment.likes': ['{count} 赞', '{count} likes'],

  'reply.title': ['回复', 'Reply'],
  'reply.placeholder': ['写给网友的公开回复…', 'Your public answer…'],
  'reply.send': ['批准并发送', 'Approve and send'],
  'reply.send-hint': ['Ctrl + Enter 发送', 'Ctrl + Enter sends'],
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
  'reply.state.approved': ['已批准', 'Approved'],
  'reply.state.sending': ['发送中', 'Sending'],
  'reply.state.sent': ['已发送', 'Sent'],
  'reply.state.confirmed': ['已核实', 'Verified'],
  'reply.state.failed': ['发送失败', 'Failed'],
  'reply.explain.approved': ['排队等待发送', 'Waiting to be sent'],
  'reply.explain.sending': ['正在提交平台', 'On its way to the platform'],
  'reply.explain.sent': ['平台已接收，等待在页面上核实', 'The platform took it; being looked up on the page'],
  'reply.explain.confirmed': ['已在平台上看到，{at}', 'Seen on the platform, {at}'],
  'reply.explain.absent': ['已查 {times} 次，平台上还没看到', 'Looked {times} times; not visible yet'],
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
  'reply.by': ['{who} 批准', 'approved by {who}'],

  'act.acknowledge': ['我来处理', 'I take it'],
  'act.acknowledge-again': ['继续由我处理', 'I keep it'],
  'act.take-over': ['由我接手', 'I take over'],
  'act.dismiss': ['无需回复', 'No reply needed'],
  'act.dismiss-title': ['为什么无需回复？', 'Why is no reply needed?'],
  'act.dismiss-hint': ['理由会记入经过。', 'The reason goes into the timeline.'],
  'act.reopen': ['重新打开', 'Reopen'],
  'act.reopen-title': ['为什么重新打开？', 'Why reopen it?'],
  'act.confirm': ['确定', 'Confirm'],
  'act.cancel': ['取消', 'Cancel'],
  'act.failed': ['没有办成', 'It was not done'],
  'act.retry': ['用同一请求重试', 'Try the same again'],
  'act.retry-hint': ['重试不会重复发送。', 'Trying again never sends twice.'],
  'reason.thanks': ['感谢或表扬', 'Thanks or praise'],
  'reason.chat': ['闲聊、与政务无关', 'Chat, nothing for us'],
  'reason.spam': ['广告或刷屏', 'Advertising or spam'],
  'reason.answered': ['已在别处答复', 'Answered elsewhere'],
  'reason.own': ['其他理由…', 'Another reason…'],

  'conflict.title': ['{who} 比您先处理了这条工单', '{who} was faster'],
  'conflict.somebody': ['有人', 'Somebody'],
  'conflict.citizen': ['网友又留了言', 'The citizen has written again'],
  'conflict.hint': [
    '您的操作没有执行。草稿还在，请先看最新内容。',
    'Nothing was done. Your draft is kept; read the ticket first.'
  ],
  'conflict.reload': ['重新载入', 'Reload'],

  'event.ticket.opened': ['生成工单', 'Ticket opened'],
  'event.ticket.scored': ['重新研判', 'Scored again'],
  'event.turn.citizen': ['网友留言', 'The citizen wrote'],
  'event.turn.office': ['我方公开回复', 'We answered in public'],
  'event.comment.edited': ['留言被编辑', 'Comment edited'],
  'event.comment.deleted': ['留言被删除', 'Comment removed'],
  'event.clock.started': ['开始计时', 'Clock started'],
  'event.clock.moved': ['时限调整', 'Due time moved'],
  'event.clock.warned': ['到期提醒', 'Warned'],
  'event.clock.breached': ['超时', 'Overdue'],
  'event.clock.stopped': ['停止计时', 'Clock stopped'],
  'event.ticket.acknowledged': ['开始处理', 'Taken'],
  'event.ticket.corrected': ['人工研判', 'Judged by a person'],
  'event.ticket.dismissed': ['标为无需回复', 'Dismissed'],
  'event.ticket.reopened': ['重新打开', 'Reopened'],
  'event.ticket.flooded': ['留言过多，停止逐条记录', 'Too many comments; no longer recorded one by one'],
  'event.reply.approved': ['批准回复', 'Reply approved'],
  'event.reply.sending': ['提交平台', 'Reply handed to the platform'],
  'event.reply.sent': ['平台已接收', 'The platform took the reply'],
  'event.reply.postponed': ['平台要求稍后再发', 'The platform asked to wait'],
  'event.reply.absent': ['平台上还没看到回复', 'The reply is not visible yet'],
  'event.reply.confirmed': ['回复已核实', 'Reply verified'],
  'event.reply.failed': ['回复发送失败', 'Reply failed'],
  'event.due': ['{at} 到期', 'due {at}'],
  'event.moved': ['{from} → {to}', '{from} → {to}'],
  'event.before': ['到期前 {for}', '{for} before'],
  'event.until': ['至 {at}', 'until {at}'],

  'actor.collector': ['采集', 'Collector'],
  'actor.desk': ['受理', 'Desk'],
  'actor.responder': ['发送', 'Responder'],
  'actor.alerter': ['提醒', 'Alerter'],
  'actor.system': ['系统', 'System'],

  'duration.days': ['{n} 天', '{n} d'],
  'duration.hours': ['{n} 小时', '{n} h'],
  'duration.minutes': ['{n} 分钟', '{n} min'],

  'problem.TICKET_NOT_FOUND': ['没有这条工单，可能属于另一套系统。', 'There is no such ticket.'],
  'problem.TICKET_CLOSED': ['工单已忽略，请先重新打开。', 'The ticket is dismissed; reopen it first.'],
  'problem.SOMEBODY_WAS_FASTER': ['有人先处理了，请重新载入。', 'Somebody was faster; reload.'],
  'problem.KEY_REUSED': ['内容已改动，请再提交一次。', 'The content has changed; submit again.'],
  'problem.COMMENT_NOT_ON_TICKET': [
    '这条留言不在此工单的记录里，请更正整条工单。',
    'The comment is none of this ticket’s turns; correct the ticket itself.'
  ],
  'problem.NOTHING_OWED': ['没有等待回复的留言。', 'Nobody waits for an answer.'],
  'problem.REPLY_UNDER_WAY': ['上一条回复还在路上。', 'A reply is on its way.'],
  'problem.TOO_MUCH_UNPUBLISHED': [
    '消息通道中断较久，暂时不能操作，请稍后再试。',
    'The log has been away for long; try later.'
  ],
  'problem.STORE_UNAVAILABLE': ['数据库暂时没有应答，请重试。', 'The store did not answer; try again.'],
  'problem.LOG_UNAVAILABLE': ['消息通道暂时没有应答，请重试。', 'The log did not answer; try again.'],
  'problem.NOT_SIGNED_IN': ['登录已过期，请重新登录。', 'Your session has ended.'],
  'problem.WRONG_PASSWORD': ['用户名或密码不对。', 'The name or the password is wrong.'],
  'problem.TOO_MANY_TRIES': ['尝试次数过多，请稍后再试。', 'Too many tries; wait a little.'],
  'problem.INVALID_REQUEST': ['服务器不接受这个请求：{detail}', 'The server refused the request: {detail}'],
  'problem.CROSS_SITE': ['请求来源不被信任，请从系统地址打开本页。', 'The request came from another site.'],
  'problem.NETWORK': ['连不上服务器，请检查网络后重试。', 'The server cannot be reached; check the network.'],
  'problem.other': ['服务器答复：{detail}', 'The server said: {detail}']
} as const satisfies Record<Needed, Saying> & Record<string, Saying>

export type Word = keyof typeof WORDS
