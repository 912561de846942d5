import type { Label, PlatformName, RiskLevel, SentimentName, TicketStatus } from '@huiyin/schemas/names.ts'
import type { View } from './data/views.ts'
import { ACCOUNT_WORDS } from './words-accounts.ts'
import { CASE_WORDS } from './words-case.ts'
import { EVENT_WORDS } from './words-events.ts'
import { FIND_WORDS } from './words-find.ts'
import { JUDGEMENT_WORDS } from './words-judgement.ts'
import type { LaterWord } from './words-later.ts'
import { MODERATION_WORDS } from './words-moderation.ts'
import { PEOPLE_WORDS } from './words-people.ts'
import { POST_WORDS } from './words-posts.ts'
import { PROBLEM_WORDS } from './words-problems.ts'
import { REPLY_WORDS } from './words-reply.ts'
import { WORK_WORDS } from './words-work.ts'

export type Saying = readonly [zh: string, en: string]

/** What the api may say: a new one does not compile until it has words. */
type Needed =
  | `label.${Label}`
  | `level.${RiskLevel}`
  | `sentiment.${SentimentName}`
  | `platform.${PlatformName}`
  | `status.${TicketStatus}`
  | `view.${View}`

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

  'platform.refused': ['没有接受这次请求', 'It refused the request'],
  'platform.refused-code': ['没有接受这次请求，代码 {code}', 'It refused the request, code {code}'],
  'platform.original': ['原文：{words}', 'In its words: {words}'],
  'post.by-time': ['{platform} {at} 的发布', '{platform} post of {at}'],
  'post.no-title': ['（无标题的发布）', '(a post without a title)'],

  'sign-in.title': ['登录', 'Sign in'],
  'sign-in.name': ['用户名', 'Name'],
  'sign-in.password': ['密码', 'Password'],
  'sign-in.submit': ['登录', 'Sign in'],
  'sign-in.ended': [
    '登录已过期，请重新登录。草稿已保存在本机。',
    'Your session has ended. Drafts are kept on this computer.'
  ],
  'another.title': ['这个浏览器现在由{name}登录', '{name} is signed in here now'],
  'another.hint': [
    '本页原来是{me}的。为避免以他人名义操作，本页已停下；{me}的草稿仍保存在本机。',
    'This page was {me}’s and has stopped, so that nothing is done in another’s name. Drafts of {me} are kept.'
  ],
  'another.go': ['以{name}的身份继续', 'Go on as {name}'],
  'another.back': ['由{me}重新登录', 'Sign in as {me} again'],
  beyond: [
    '这里是全部账号的内容，不限于您负责的账号。',
    'What stands here is of all accounts, not only of those that you care for.'
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
  'tab.handling': ['办理中', 'Being handled'],
  'tab.answered': ['已办结', 'Done'],
  'tab.dismissed': ['已忽略', 'Dismissed'],
  'tab.merged': ['已合并', 'Merged'],
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
  'status.handling': ['办理中', 'Being handled'],
  'status.answered': ['已办结', 'Done'],
  'status.dismissed': ['已忽略', 'Dismissed'],
  'status.merged': ['已合并', 'Merged'],
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
  'view.posts': ['发布', 'Posts'],
  'view.accounts': ['账号', 'Accounts'],
  'view.reviews': ['我的审核', 'My reviews'],
  'view.dispatches': ['派单', 'Dispatches'],
  'view.overview': ['概览', 'Overview'],
  'view.mood': ['民情', 'Sentiment'],
  'view.incidents': ['舆情事件', 'Incidents'],
  'view.reports': ['监测报告', 'Reports'],
  'view.letters': ['通知签收', 'Letters'],
  'view.appraisal': ['考核台账', 'Appraisal'],
  'view.archives': ['归档', 'Archives'],
  'view.parked': ['搁置消息', 'Parked'],
  'view.trail': ['操作留痕', 'Audit trail'],
  'view.health': ['系统运行', 'System'],
  'view.house': ['系统设置', 'Settings'],
  'view.welcome': ['初次设置', 'First steps'],
  'view.wall': ['大屏', 'Wall screen'],
  'view.menu': ['页面菜单', 'Menu'],
  'view.fold': ['收起导航', 'Fold the navigation'],
  'view.unfold': ['展开导航', 'Unfold the navigation'],
  'view.not-yours': ['您没有查看此页的权限', 'This page is not among yours'],
  'view.not-yours-hint': [
    '请系统管理员在“人员”中为您授予相应角色。',
    'Ask an administrator to give you a role that has it, under People.'
  ],

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
  'ticket.post-unknown': ['只知道链接', 'Known by its address only'],
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
  ...ACCOUNT_WORDS,
  ...PEOPLE_WORDS,
  ...POST_WORDS,
  ...MODERATION_WORDS,
  ...REPLY_WORDS,
  ...CASE_WORDS,
  ...FIND_WORDS,
  ...EVENT_WORDS,
  ...PROBLEM_WORDS,
  ...WORK_WORDS,

  'comment.edited': ['已编辑', 'Edited'],
  'comment.first-text': ['最初内容：{text}', 'At first: {text}'],
  'comment.deleted': ['平台上已删除', 'Removed from the platform'],
  'comment.erased': ['内容已按要求清除', 'Erased on request'],
  'comment.likes': ['{count} 赞', '{count} likes'],

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
  'conflict.hint': ['您的操作没有执行，草稿还在。', 'Your act was not done; your draft is kept.'],
  'conflict.winner': ['{who} 比您先处理了这条工单：{what}（{at}）', '{who} was faster: {what} ({at})'],
  'conflict.now': ['现在：{state}。', 'Now: {state}.'],
  'conflict.seen': ['已看最新内容', 'I have read it'],

  'actor.collector': ['采集', 'Collector'],
  'actor.desk': ['受理', 'Desk'],
  'actor.responder': ['发送', 'Responder'],
  'actor.alerter': ['提醒', 'Alerter'],
  'actor.api': ['系统', 'System'],
  'actor.house': ['系统', 'System'],
  'actor.erasure': ['个人信息删除', 'Erasure'],
  'actor.oidc': ['单点登录', 'Single sign-on'],
  'actor.register': ['台账登记', 'Register'],
  'actor.scribe': ['留痕', 'Trail'],
  'actor.webhooks': ['事件推送', 'Webhooks'],
  'actor.system': ['系统', 'System'],

  'duration.days': ['{n} 天', '{n} d'],
  'duration.hours': ['{n} 小时', '{n} h'],
  'duration.minutes': ['{n} 分钟', '{n} min']
} as const satisfies Record<Needed, Saying> & Record<string, Saying>

/** What views bring with them is among these. */
export type Word = keyof typeof WORDS | LaterWord
